"""Results written by hand: the prover cannot be made to say all of this at will."""

from __future__ import annotations

from pathlib import Path

import pytest

from verheal.report.model import (
    CheckResult,
    EvidenceResult,
    FunctionResult,
    ObligationResult,
    Problem,
    Skip,
    Stats,
    WitnessResult,
)

SOURCE = '''\
def mean(xs: list[int]) -> int:
    return sum(xs) // len(xs)


def clamp(value: int, low: int, high: int) -> int:
    """
    post: low <= __return__ <= high
    """
    return max(low, value)


def double(n: int) -> int:
    assert n >= 0
    return n + n
'''


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "figures.py"
    path.write_text(SOURCE)
    return path


@pytest.fixture
def result(module: Path) -> CheckResult:
    z3 = EvidenceResult("z3 5.4.0", "proved", "sha256:ab", 1234, 0.01)
    mean = ObligationResult(
        "mean:safety:ZeroDivisionError:sum(xs) // len(xs):0", module.name, "mean", 2, 2,
        "safety:ZeroDivisionError", "sum(xs) // len(xs)", "refuted",
        witness=WitnessResult({"xs": "[]"}, "mean([])", "ZeroDivisionError: integer division"),
        hint="a precondition: len(xs) > 0", rank=1,
    )  # fmt: skip
    clamp = ObligationResult(
        "clamp:post:low <= __return__ <= high:0", module.name, "clamp", 7, 7,
        "post", "low <= __return__ <= high", "refuted",
        witness=WitnessResult({"value": "1", "low": "0", "high": "0"}, "clamp(1, 0, 0)", None, "returns 1"),
        assumptions=("arguments conform to their annotations",),
    )  # fmt: skip
    double = ObligationResult(
        "double:raises::0", module.name, "double", 11, 13, "raises", "", "proved", evidence=(z3,)
    )
    opaque = ObligationResult(
        "double:assert:n >= 0:0", module.name, "double", 12, 12, "assert", "n >= 0", "unknown",
        reason="unsupported: yield, line 12", hint="a contract on what is called",
    )  # fmt: skip
    return CheckResult(
        tool={"verheal": "0.1.0", "python": "3.11.7", "z3": "5.4.0"},
        functions=(
            FunctionResult(module.name, "mean", 1, "refuted"),
            FunctionResult(module.name, "clamp", 5, "refuted", "proved"),
            FunctionResult(module.name, "double", 11, "proved", "proved", ("globals are not rebound",)),
        ),
        obligations=(mean, clamp, double, opaque),
        problems=(Problem("broken.py", 3, "syntax-error", "invalid syntax", "error"),),
        skips=(Skip(module.name, "legacy", 0, "replaced next quarter"),),
        stats=Stats(
            solver_calls=7, lowered=3, jobs=2, wall_seconds=0.5, lines=13, files=2, peak_memory=2**26
        ),
    )
