"""One file is one case: verheal's answer, the header's expectation and CPython must agree.

`python tests/cases/test_cases.py` prints what is decided per construct. Only one test here runs verheal: the
run over all cases is what takes time.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(HERE.parent / "corpus")]

import compare  # noqa: E402
import headers  # noqa: E402
import validate  # noqa: E402

AT_LEAST = 260
CONSTRUCTS = sorted({case.path.parent.name for case in headers.all_cases()})


def test_every_yes_has_its_no() -> None:
    names = {case.name for case in headers.all_cases()}
    yes = {name.replace("/yes_", "/", 1) for name in names if "/yes_" in name}
    no = {name.replace("/no_", "/", 1) for name in names if "/no_" in name}
    assert yes == no
    assert len(names) >= AT_LEAST
    others = {p.relative_to(HERE).as_posix() for p in HERE.glob("*/*.py")} - names
    assert not others, "every file below a construct is a yes_ or a no_"


def test_twins_differ_little() -> None:
    """A twin that is another program shows nothing: most lines are the same."""
    for case in headers.all_cases():
        if case.is_yes:
            other = case.path.with_name(case.path.name.replace("yes_", "no_", 1))
            mine, its = _code(case.path), _code(other)
            assert mine != its, case.name
            assert len(set(mine) ^ set(its)) <= 6, case.name


def _code(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]


def test_cpython_confirms_every_label() -> None:
    results = validate.run()
    assert [f"{name}: {note}" for name, (good, note) in results.items() if not good] == []


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_verheal_meets_every_expectation(construct: str) -> None:
    """One run for each: what one file does to its classes may leave those of others undecided."""
    found, errors = check_all([construct])
    print("\n" + found.table())
    false = errors + found.false + replayed(found)
    assert false == [], "verheal said what is not so"
    assert found.unmet == []


def check_all(constructs: list[str], jobs: int = 1) -> tuple[compare.Comparison, list[str]]:
    """One run over the cases of some constructs: what it says, and what it says went wrong in itself."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        paths = [str((HERE / construct).relative_to(ROOT)) for construct in constructs]
        command = [sys.executable, "-m", "verheal", "check", *paths, "--format", "json", "-o", str(file)]
        command += ["--no-cache", "--jobs", str(jobs), "--budget", "4"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=1800, check=False)
        assert file.exists(), done.stderr[-2000:]
        report: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    wrong = [f"{entry['where']}: {entry['message']}" for entry in report["errors"]]
    wrong += [f"{entry['path']}: {entry['message']}" for entry in report["problems"]]
    wrong += [] if report["partial"] is None else [f"partial: {report['partial']}"]
    cases = [case for case in headers.all_cases() if case.path.parent.name in constructs]
    return compare.compare(report, cases), wrong


def replayed(found: compare.Comparison) -> list[str]:
    """Counterexamples that do not fail in CPython as they say."""
    calls = [(case.name, o["kind"], (o["witness"] or {}).get("call", "")) for case, o in found.refutations]
    return [f"DOES NOT REPLAY {problem}" for problem in validate.replay(calls)]


if __name__ == "__main__":
    answer, failures = check_all(CONSTRUCTS, jobs=2)
    print(answer.table())
    print("\n".join(["", *failures, *answer.false, *replayed(answer), *answer.unmet]))
