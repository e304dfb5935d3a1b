"""Shell completion, in a real bash where there is one; of the other shells, that nothing is missing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from verheal.cli.completion import SCRIPTS, script
from verheal.cli.main import main
from verheal.cli.parser import SHELLS, parser_and_commands

ASK = """
try() { COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMPREPLY=(); _verheal; printf '%s\\n' "${COMPREPLY[@]}"; }
try "$@"
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ch", ["check"]),
        ("check --see", ["--seeds"]),
        ("diff --format m", ["markdown"]),
        ("check --format = sarif-", ["sarif-github"]),
        ("check --isolation o", ["os", "off"]),
        ("completion ''", ["bash", "zsh", "fish"]),
        ("check my", ["my file.py"]),
        ("check --repro my", ["my folder"]),
        ("check --budget ''", [""]),
        ("--ver", ["--version"]),
    ],
)
def test_bash(words: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "my file.py").touch()
    if "--repro" in words:
        (tmp_path / "here" / "my folder").mkdir()
    (tmp_path / "ask.sh").write_text(script("bash") + ASK)
    given = [word.strip("'") for word in words.split()]
    done = subprocess.run(
        ["bash", "--norc", str(tmp_path / "ask.sh"), "verheal", *given],
        cwd=tmp_path / "here", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout.splitlines(), done.stderr) == (expected, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_there(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    text = capsys.readouterr().out
    _, commands = parser_and_commands()
    for name, command in commands.items():
        assert name in text
        for option in command._option_string_actions:
            kind = "l" if option.startswith("--") else "s"
            assert (f"-{kind} {option.lstrip('-')} " if shell == "fish" else option) in text
    if shutil.which(shell) is not None:
        subprocess.run([shell, "-n"], input=text, text=True, check=True)


def test_the_parser_offers_the_shells_that_there_are() -> None:
    assert tuple(SCRIPTS) == SHELLS
