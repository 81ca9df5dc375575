"""`quiz export` writes one format to a file, a pipe, a link or the terminal."""

import json
import os
import re
import threading


def test_export_names_its_formats(quiz, tmp_path):
    """Each format is a line with what it is for."""
    ran = quiz("export", "--to", "list", cwd=tmp_path)
    lines = dict(line.split(maxsplit=1) for line in ran.stdout.splitlines())
    assert (lines["json"], {"anki", "html"} <= set(lines)) == (
        "JSON Lines, one item a line",
        True,
    )


def test_export_writes_to_a_pipe_or_a_file(quiz, tiny):
    """The bytes are the same on standard output and in a file, whose path is printed."""
    export = ("export", "tiny.yaml", "--to", "json")
    ran, same = (quiz(*export, *more, cwd=tiny.parent) for more in ((), ("-o", "-")))
    ids = [json.loads(line)["id"] for line in ran.stdout.splitlines()]
    assert (ids[0], len(ids)) == ("tiny/talk/where-when", 5)
    assert ran.stdout == same.stdout
    filed = quiz(*export, "--out", "a/x.jsonl", cwd=tiny.parent)
    assert filed.stdout == "a/x.jsonl\n"
    assert ran.stdout == (tiny.parent / "a" / "x.jsonl").read_text("utf-8")


def test_export_writes_through_a_pipe_and_a_link(quiz, tiny):
    """A named pipe stays one and is read to its end, a link leads where it did."""
    pipe, got = tiny.parent / "pipe", []
    os.mkfifo(pipe)
    (tiny.parent / "link").symlink_to("target")
    reader = threading.Thread(target=lambda: got.append(pipe.read_text("utf-8")))
    reader.start()
    export = ("export", "tiny.yaml", "--to", "json", "-o")
    assert quiz(*export, "pipe", cwd=tiny.parent).returncode == 0
    reader.join(10)
    assert quiz(*export, "link", cwd=tiny.parent).returncode == 0
    assert (tiny.parent / "target").read_text("utf-8") == got[0]
    assert (pipe.is_fifo(), (tiny.parent / "link").is_symlink()) == (True, True)


def test_export_writes_one_deck_a_package(quiz, tiny):
    """Two decks cannot share a package, but follow each other as lines of JSON."""
    two = ("export", "tiny.yaml", "first-look", "--to")
    ran = quiz(*two, "anki", "-o", "x.apkg", cwd=tiny.parent)
    assert (ran.returncode, (tiny.parent / "x.apkg").exists()) == (2, False)
    assert "anki holds one deck a file; name one of 2" in ran.stderr
    ids = [
        json.loads(line)["id"]
        for line in quiz(*two, "json", cwd=tiny.parent).stdout.splitlines()
    ]
    assert len(ids) > 5


def test_export_keeps_a_package_off_the_terminal(tiny, terminal):
    """What is not text goes to a file or a pipe; text may go to a terminal."""
    export = ["export", "tiny.yaml", "--to"]
    assert terminal(*export, "anki", cwd=tiny.parent, stream=1) == (2, "")
    code, shown = terminal(*export, "json", cwd=tiny.parent, stream=1)
    assert (code, len(re.findall('"id": "tiny/', shown))) == (0, 5)
