"""The command as people and scripts meet it. What `check` finds is tested elsewhere."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest


def verheal(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "verheal", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_version(tmp_path: Path) -> None:
    from verheal import __version__

    assert verheal("--version", cwd=tmp_path).stdout == f"verheal {__version__}\n"


@pytest.mark.parametrize("command", ["check", "diff", "infer", "explain", "init", "schema"])
def test_every_command_has_help_with_examples(tmp_path: Path, command: str) -> None:
    done = verheal(command, "--help", cwd=tmp_path)
    assert done.returncode == 0 and "examples:\n  verheal" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("arguments", [
    (),
    ("chekc",),
    ("check", "--require", "nice"),
    ("check", "--budget", "-1"),
    ("check", "--budget", "nan"),
    ("check", "--jobs", "-2"),
    ("check", "missing.py"),
    ("check", ".", "--format", "json", "--format", "sarif"),
    ("check", ".", "-o", "no/such/dir.json"),
    ("check", ".", "--config", "none.toml"),
    ("schema", "nothing"),
    ("diff",),
    ("diff", "--before", "a.py:f"),
    ("diff", "--before", "a.py", "--after", "b.py"),
    ("diff", "--before", "a.py:f", "--after", "b.py:f"),
    ("diff", "a.py", "b.py"),
    ("diff", "--format", "sarif"),
    ("infer", "missing.py"),
    ("infer", ".", "--format", "sarif"),
    ("init", "nowhere"),
])  # fmt: skip
def test_wrong_usage_is_exit_code_2_without_traceback(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = verheal(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr and "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_missing_path_gets_a_suggestion(tmp_path: Path) -> None:
    (tmp_path / "stats.py").touch()
    done = verheal("check", "stat.py", cwd=tmp_path)
    assert "stat.py: no such file or directory" in done.stderr
    assert "did you mean stats.py?" in done.stderr


def test_configuration_errors_name_file_line_and_key(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.verheal]\nbudgt = 1\n")
    done = verheal("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "pyproject.toml:2: tool.verheal.budgt: unknown key" in done.stderr
    assert "hint: the keys are" in done.stderr


def test_schema_prints_json(tmp_path: Path) -> None:
    assert json.loads(verheal("schema", "check", cwd=tmp_path).stdout)["title"] == "verheal.check/1"


def test_init_writes_a_configuration_that_is_read_and_a_folder_that_git_ignores(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "__init__.py").touch()
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert verheal("init", cwd=tmp_path).returncode == 0
    document = tomllib.loads((tmp_path / "pyproject.toml").read_text())
    assert document["tool"]["verheal"] == {"paths": ["shop"]}
    status = subprocess.run(
        ["git", "status", "--short"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert ".verheal" not in status.stdout
    before = (tmp_path / "pyproject.toml").read_text()
    assert "already" in verheal("init", cwd=tmp_path).stdout
    assert (tmp_path / "pyproject.toml").read_text() == before


def test_init_keeps_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'")
    verheal("init", cwd=tmp_path)
    document = tomllib.loads((tmp_path / "pyproject.toml").read_text())
    assert document["project"]["name"] == "x" and document["tool"]["verheal"]["paths"] == ["."]


def test_an_error_of_ours_is_exit_code_3_with_a_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "import verheal.cli.schema as s\n"
        "def boom(_): raise ZeroDivisionError('boom')\n"
        "s.run = boom\n"
        "from verheal.cli.main import main\n"
        "raise SystemExit(main(['schema', 'check']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "internal error: ZeroDivisionError: boom" in done.stderr and "Traceback" not in done.stderr
    (bundle,) = (tmp_path / ".verheal" / "bundles").iterdir()
    assert "boom" in json.loads(bundle.read_text())["traceback"][-1]
    assert str(bundle) in done.stderr


def test_a_full_disk_behind_standard_output_is_no_success(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "verheal", "schema", "check"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 3
    assert done.stderr == "verheal: No space left on device\n"


def test_an_interrupt_is_exit_code_2_and_says_so(tmp_path: Path) -> None:
    code = (
        "import verheal.cli.schema as s\n"
        "def stop(_): raise KeyboardInterrupt\n"
        "s.run = stop\n"
        "from verheal.cli.main import main\n"
        "raise SystemExit(main(['schema', 'check']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "interrupted" in done.stderr and "Traceback" not in done.stderr


def test_a_reader_that_has_seen_enough_gets_no_traceback(tmp_path: Path) -> None:
    command = f"{sys.executable} -m verheal schema check | head -c 1"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{", "")
