from __future__ import annotations

from pathlib import Path

import pytest

from verheal.config.load import load
from verheal.config.model import SkipEntry
from verheal.errors import UsageError

FULL = """
[tool.other]
x = 1

[tool.verheal]
paths = ["src"]
exclude = ["gen/*"]
python = ".venv/bin/python"
jobs = 2
budget = 3
require = "proved"
strict = true
isolation = "os"
cache = false

[[tool.verheal.skip]]
path = "src/old.py"
function = "f*"
reason = "goes away"
"""


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "pyproject.toml"
    path.write_text(text)
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, FULL)
    config = load(tmp_path)
    assert config.source == path and config.root == tmp_path
    assert (config.paths, config.exclude, config.python) == (("src",), ("gen/*",), ".venv/bin/python")
    assert (config.jobs, config.budget, config.require, config.strict) == (2, 3.0, "proved", True)
    assert (config.isolation, config.cache) == ("os", False)
    assert config.skip == (SkipEntry("src/old.py", "goes away", "f*"),)


def test_the_nearest_file_with_the_table_counts(tmp_path: Path) -> None:
    write(tmp_path, "[tool.verheal]\njobs = 7\n")
    write(tmp_path / "a", "[project]\nname = 'a'\n")
    (tmp_path / "a" / "b").mkdir()
    assert load(tmp_path / "a" / "b").jobs == 7
    write(tmp_path / "a", "[tool.verheal]\njobs = 3\n")
    assert load(tmp_path / "a" / "b" / "module.py").jobs == 3


@pytest.mark.parametrize(("text", "line", "message"), [
    ("[tool.verheal]\njobz = 1\n", 2, "tool.verheal.jobz: unknown key"),
    ("[tool.verheal]\n\nbudget = 'long'\n", 3, "budget: input should be a valid number, not 'long'"),
    ("[tool.verheal]\nbudget = nan\n", 2, "tool.verheal.budget"),
    ("[tool.verheal]\njobs = -1\n", 2, "tool.verheal.jobs"),
    ("[tool.verheal]\nrequire = 'fine'\n", 2, "tool.verheal.require: input should be 'tested'"),
    ("[[tool.verheal.skip]]\npath = 'a'\n", 1, "tool.verheal.skip.0.reason: field required"),
    ("[tool]\nverheal = 3\n", 0, "tool.verheal must be a table"),
    ("[tool.verheal\n", 1, "is not valid TOML"),
])  # fmt: skip
def test_errors_name_file_line_and_key(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        load(tmp_path)
    assert caught.value.path == path
    assert message in caught.value.message
    assert caught.value.line in (line, 0)


def test_files_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "")
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="UTF-8"):
        load(tmp_path)


def test_pydantic_is_not_loaded_without_a_table(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = "import sys; from pathlib import Path; from verheal.config.load import load; load(Path('.'))\n"
    code += "print('pydantic' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
