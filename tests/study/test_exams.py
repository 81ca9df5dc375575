"""An exam knows its questions by the tags of items."""


def test_numbers_are_read_from_tags_of_its_list_only(exam):
    """Not from another list's, nor from the star."""
    tags = ("harbor::17", "harbor::starred", "harbor-2::3", "harbor", "harbor::2")
    assert exam().numbers(tags) == (17, 2)
    assert exam().stars == "harbor::starred"
