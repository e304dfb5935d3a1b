from __future__ import annotations

from verheal.report.explain import render
from verheal.report.model import Attempt, CheckResult, ExplainResult
from verheal.report.style import Style


def test_everything_about_one_obligation(result: CheckResult) -> None:
    clamp = next(o for o in result.obligations if o.function == "clamp")
    attempts = (
        Attempt("search 1", "refuted", "sha256:" + "0" * 64, None, 0.002, "failing input"),
        Attempt("z3 5.4.0", "unknown", "sha256:" + "1" * 64, 120_000, 0.5, "sat"),
    )
    explained = ExplainResult(
        clamp,
        ("for all int value, low, high", "max(low, value) <= high"),
        ("no other thread",),
        "(assert x)\n",
        attempts,
    )
    text = render(explained, Style())
    assert "figures.py:7: refuted [post] in clamp: low <= __return__ <= high" in text
    assert "id: clamp:post:low <= __return__ <= high:0" in text
    assert "counterexample: clamp(1, 0, 0): returns 1" in text
    assert "to show, in Python terms:\n  for all int value, low, high\n  max(low, value) <= high\n" in text
    assert "assuming:\n  no other thread\n" in text
    assert "z3 5.4.0: sat → unknown, 0.50 s CPU, rlimit 120,000 (sha256:111111111111…)" in text
    assert "the formula has 1 lines: --smt prints it" in text


def test_an_obligation_that_nobody_tried_says_so(result: CheckResult) -> None:
    text = render(ExplainResult(result.obligations[3], (), (), ""), Style())
    assert "who tried:\n  nobody\n" in text
    assert "undecided because: unsupported: yield, line 12" in text
