"""What starting up costs, and what stands on `sys.path` while it does."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    "z3", "cvc5", "crosshair", "hypothesis", "networkx", "pydantic", "pebble", "libcst", "git",
    "sqlite3", "multiprocessing", "subprocess", "asyncio", "tomllib", "json", "ast", "inspect",
)  # fmt: skip
PACKAGES = ("verheal.prover", "verheal.proofs", "verheal.lattice", "verheal.contracts", "verheal.app.check")


def imported_by(*arguments: str) -> set[str]:
    code = (
        "import sys, runpy\n"
        f"sys.argv = ['verheal', *{arguments!r}]\n"
        "try: runpy.run_module('verheal', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "arguments", [("--version",), ("--help",), ("check", "--help"), ("diff", "--help"), ("infer", "--help")]
)
def test_starting_up_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    bare = subprocess.run(
        [sys.executable, "-c", "import sys, runpy; print('\\n'.join(sys.modules))"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    new = imported_by(*arguments) - set(bare)
    assert new & set(HEAVY) == set()
    assert [name for name in new if name.startswith(PACKAGES)] == []


def test_the_schema_command_needs_no_prover() -> None:
    assert [name for name in imported_by("schema", "check") if name.startswith(PACKAGES)] == []


def test_modules_of_the_current_directory_are_never_imported(tmp_path: Path) -> None:
    """The code to be checked must not run inside verheal, whatever its files are called."""
    for name in ("__future__", "argparse", "re", "json", "typing", "dataclasses", "z3", "tomllib"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('the checked code ran')\n")
    for arguments in (["--version"], ["schema", "check"], ["init"]):
        command = [sys.executable, "-m", "verheal", *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("entry", ["", ".", "{here}", "{here}/../here"])
def test_the_current_directory_leaves_the_path_however_it_is_written(tmp_path: Path, entry: str) -> None:
    here = tmp_path / "here"
    here.mkdir()
    code = (
        f"import sys; sys.path.insert(1, {entry.format(here=here)!r})\n"
        "from verheal.startup import leave_current_directory as leave\n"
        "leave()\n"
        "import os; print(any(os.path.realpath(p) == os.getcwd() for p in sys.path))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=here, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_pure_packages_name_no_solver_process_clock_or_chance() -> None:
    """import-linter holds this too; here it also holds for an import inside a function that nobody calls."""
    banned = {
        "z3", "cvc5", "crosshair", "hypothesis", "pebble", "subprocess", "multiprocessing", "threading",
        "socket", "time", "random", "secrets", "uuid", "datetime",
    }  # fmt: skip
    for package in ("lattice", "contracts", "proofs"):
        for path in (ROOT / "verheal" / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
                names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                assert not banned & {name.split(".")[0] for name in names}, path
