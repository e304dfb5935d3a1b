"""Design rule: 0 as required, 1 findings, 2 usage, 3 our own error, 5 nothing to verify; never a count."""

from __future__ import annotations

import pytest

from verheal.app.exit_code import exit_code
from verheal.report.model import CheckResult, InternalError, ObligationResult, Problem


def of(kind: str, verdict: str, declared: bool = False) -> ObligationResult:
    return ObligationResult(f"f:{kind}", "a.py", "f", 1, 1, kind, "", verdict, declared=declared)


def result(*obligations: ObligationResult, **more: object) -> CheckResult:
    return CheckResult({}, obligations=obligations, **more)  # type: ignore[arg-type]


CLAUSES = ("pre", "post", "invariant", "loop-invariant", "assert", "refinement")
OTHERS = ("type", "raises", "frame", "termination", "safety:IndexError")


@pytest.mark.parametrize("kind", CLAUSES)
def test_a_refuted_clause_fails(kind: str) -> None:
    assert exit_code(result(of(kind, "refuted"))) == 1
    assert exit_code(result(of(kind, "proved"))) == 0


@pytest.mark.parametrize("kind", OTHERS)
def test_other_refutations_fail_only_when_strict(kind: str) -> None:
    assert exit_code(result(of(kind, "refuted"))) == 0
    assert exit_code(result(of(kind, "refuted")), strict=True) == 1


def test_raises_fails_where_the_contract_declares_it() -> None:
    assert exit_code(result(of("raises", "refuted", declared=True))) == 1


def test_undecided_fails_only_below_the_required_level() -> None:
    bounded = result(of("post", "bounded"))
    assert exit_code(bounded) == 0
    assert exit_code(bounded, require="bounded") == 0
    assert exit_code(bounded, require="confirmed") == 1
    assert exit_code(result(of("type", "unknown")), require="proved") == 0
    assert exit_code(result(of("type", "unknown")), require="proved", strict=True) == 1


def test_own_errors_outrank_everything() -> None:
    broken = result(of("post", "refuted"), errors=(InternalError("z3", "crashed"),), partial="interrupted")
    assert exit_code(broken) == 3


def test_a_run_cut_short_is_never_a_pass() -> None:
    assert exit_code(result(of("post", "proved"), partial="interrupted")) == 2


def test_unreadable_input_is_a_finding() -> None:
    assert exit_code(result(problems=(Problem("a.py", 1, "syntax-error", "x", "error"),))) == 1
    assert (
        exit_code(result(of("post", "proved"), problems=(Problem("a.py", 1, "huge", "x", "warning"),))) == 0
    )


def test_nothing_to_verify_is_no_success() -> None:
    assert exit_code(result()) == 5
    assert exit_code(result(), require="proved") == 5


def test_256_findings_are_not_zero() -> None:
    assert exit_code(result(*[of("post", "refuted")] * 256)) == 1
