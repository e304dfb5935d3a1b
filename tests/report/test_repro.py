from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from verheal.report.model import CheckResult, WitnessResult
from verheal.report.repro import module_of, write_all


def pytest_on(folder: Path) -> str:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder.parent, check=False).stdout


def test_each_refutation_fails_until_the_defect_is_gone(result: CheckResult, module: Path) -> None:
    folder = Path("regressions")
    written = write_all(result, folder)
    assert len(written) == 2
    first = pytest_on(folder.resolve())
    assert "2 failed" in first and "ZeroDivisionError" in first
    text = module.read_text().replace("max(low, value)", "min(max(low, value), high)")
    module.write_text(text.replace("// len(xs)", "// max(1, len(xs))"))
    assert "2 passed" in pytest_on(folder.resolve())


def test_names_are_the_same_in_every_run(result: CheckResult, module: Path) -> None:
    assert write_all(result, Path("r")) == write_all(result, Path("r"))


def test_a_clause_with_its_own_check_uses_it(result: CheckResult, module: Path) -> None:
    clamp = next(o for o in result.obligations if o.function == "clamp")
    holds = "(lambda __return__: 0 <= __return__ <= 0)(clamp(1, 0, 0))"
    witness = WitnessResult({}, "clamp(1, 0, 0)", None, "returns '\ud800'\n", holds)
    (path,) = write_all(replace(result, obligations=(replace(clamp, witness=witness),)), Path("r"))
    assert holds in path.read_text(encoding="ascii")
    assert "1 failed" in pytest_on(Path("r").resolve())


def test_modules_of_packages_are_imported_by_their_full_name(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in ("a/__init__.py", "a/b/__init__.py", "a/b/c.py"):
        (tmp_path / name).touch()
    assert module_of(tmp_path / "a" / "b" / "c.py") == (tmp_path.resolve(), "a.b.c")
    assert module_of(tmp_path / "a" / "b" / "__init__.py") == (tmp_path.resolve(), "a.b")
