"""The command line comes first, then the configuration, then the default."""

from __future__ import annotations

from pathlib import Path

import pytest

from verheal.app.options import SkipRule
from verheal.cli.parser import parse
from verheal.cli.settings import settings
from verheal.errors import UsageError

TABLE = """\
[tool.verheal]
paths = ["src"]
exclude = ["gen"]
python = ".venv/bin/python"
jobs = 3
budget = 4
isolation = "rlimits"

[[tool.verheal.skip]]
path = "src/old.py"
reason = "goes away"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "src").mkdir()
    (tmp_path / "pyproject.toml").write_text(TABLE)
    return tmp_path


def test_the_configuration_speaks_where_nothing_is_typed(project: Path) -> None:
    paths, _, options = settings(parse(["check"]))
    assert paths == ("src",)
    assert (options.root, options.exclude, options.jobs, options.budget) == (project, ("gen",), 3, 4.0)
    assert options.python == str(project / ".venv/bin/python")
    assert (options.isolation, options.cache) == ("rlimits", True)
    assert options.skip == (SkipRule("src/old.py", "*", "goes away"),)


def test_what_is_typed_comes_first(project: Path) -> None:
    arguments = [
        "check",
        "src",
        "--jobs",
        "1",
        "--budget",
        "2",
        "--no-cache",
        "--isolation",
        "os",
        "--python",
        "py",
    ]
    paths, _, options = settings(parse([*arguments, "--exclude", "tmp", "--function", "A.*"]))
    assert paths == ("src",)
    assert (options.jobs, options.budget, options.cache, options.isolation) == (1, 2.0, False, "os")
    assert (options.python, options.exclude, options.functions) == ("py", ("gen", "tmp"), ("A.*",))


def test_paths_of_the_configuration_start_at_its_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "docs").mkdir()
    monkeypatch.chdir(project / "docs")
    paths, _, _ = settings(parse(["check"]))
    assert paths == ("../src",)


def test_a_configured_path_that_is_missing_is_named(project: Path) -> None:
    (project / "src").rmdir()
    with pytest.raises(UsageError, match="src does not exist"):
        settings(parse(["check"]))


def test_without_a_configuration_nothing_outside_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, other = tmp_path / "here", tmp_path / "other"
    for folder in (here, other):
        (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(here)
    _, _, options = settings(parse(["check", str(other)]))
    assert options.root == here
    assert options.jobs >= 1
