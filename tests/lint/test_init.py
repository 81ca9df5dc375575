import pkgutil

from quiz import lint
from quiz.errors import Location


def test_the_folder_is_the_registry(monkeypatch):
    """Every module in it is a rule that is applied, in the order of their names."""
    seen = []
    names = [module.name for module in pkgutil.iter_modules(lint.__path__)]
    for name in names:
        rule = lint.import_module(f"quiz.lint.{name}")
        monkeypatch.setattr(rule, "look", lambda _, name=name: seen.append(name) or [])
    assert list(lint.check(None)) == []
    assert seen == sorted(names)


def test_a_finding_is_no_error():
    """It leaves the exit code alone, unless the curator is strict."""
    assert (
        lint.finding(Location("f.yaml", 1, 1), "twin", "w", "f").severity == "finding"
    )
