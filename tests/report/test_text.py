from __future__ import annotations

from dataclasses import replace

import pytest

from verheal.report.model import CheckResult, FunctionResult, InternalError, ObligationResult, Stats
from verheal.report.style import Style
from verheal.report.text import TextOptions, render

PLAIN = Style()


def test_a_finding_shows_place_source_counterexample_and_next_step(result: CheckResult) -> None:
    text = render(result, TextOptions(), PLAIN)
    assert "figures.py:7: refuted[post] in clamp: low <= __return__ <= high" in text
    assert "7 |     post: low <= __return__ <= high\n  |           ^^^^^^^^^^^^^^^^^^^^^^^^^\n" in text
    assert "= clamp(1, 0, 0): returns 1" in text
    assert "= assuming: arguments conform to their annotations" in text
    assert "verheal explain 'clamp:post:low <= __return__ <= high:0'" in text


def test_errors_come_before_warnings_and_warnings_say_so(result: CheckResult) -> None:
    text = render(result, TextOptions(), PLAIN)
    assert text.index("refuted[post]") < text.index("warning[safety:ZeroDivisionError]")
    assert "help: a precondition: len(xs) > 0" in text
    strict = render(result, TextOptions(strict=True), PLAIN)
    assert "refuted[safety:ZeroDivisionError]" in strict


def test_an_undecided_clause_says_why_and_what_would_help(result: CheckResult) -> None:
    text = render(result, TextOptions(), PLAIN)
    assert "unknown[assert] in double: n >= 0" in text
    assert "why: unsupported: yield, line 12" in text
    assert "help: a contract on what is called" in text


def test_the_summary_counts_everything(result: CheckResult) -> None:
    last = render(result, TextOptions(), PLAIN).splitlines()[-1]
    assert last == (
        "1 clause refuted, 1 warning, 1 clause undecided, 1 problem, 1 skipped"
        " (3 functions in 2 files, 0.50 s)"
    )


def test_problems_are_findings_with_file_and_line(result: CheckResult) -> None:
    assert "broken.py:3: error[syntax-error]: invalid syntax" in render(result, TextOptions(), PLAIN)


def test_quiet_leaves_the_summary(result: CheckResult) -> None:
    text = render(result, TextOptions(quiet=True), PLAIN)
    assert "clamp(1, 0, 0)" not in text
    assert "proved    1  hold for every input, 1 also shown to end" in text


def test_all_lists_functions_and_skips(result: CheckResult) -> None:
    text = render(result, TextOptions(everything=True), PLAIN)
    assert "proved       figures.py:11 double" in text
    assert "figures.py: skipped legacy: replaced next quarter" in text


def test_stats_name_solver_calls(result: CheckResult) -> None:
    assert "solver calls: 7\n" in render(result, TextOptions(stats=True), PLAIN)


def test_noise_is_capped_and_the_rest_is_counted() -> None:
    obligations = tuple(
        ObligationResult(f"f{n}", "a.py", f"f{n}", n, n, "safety:IndexError", "xs[0]", "refuted", rank=n)
        for n in range(100)
    )
    big = CheckResult({}, (FunctionResult("a.py", "f", 1, "refuted"),), obligations, stats=Stats(lines=4000))
    text = render(big, TextOptions(), PLAIN)
    assert text.count("warning[") == 20
    assert "80 findings of lower rank not shown" in text
    assert "in f0:" in text and "in f99:" not in text
    assert render(big, TextOptions(everything=True), PLAIN).count("warning[") == 100


def test_the_checked_code_cannot_send_escapes_to_the_terminal(result: CheckResult) -> None:
    bad = replace(result.obligations[1], text="x\x1b[2J", function="clamp", path="fig\x1bures.py")
    text = render(replace(result, obligations=(bad,)), TextOptions(), PLAIN)
    assert "\x1b" not in text
    assert "\\x1b" in text


def test_a_partial_run_says_so_first_and_an_internal_error_names_its_bundle(result: CheckResult) -> None:
    broken = replace(
        result, partial="interrupted", errors=(InternalError("prover", "boom", ".verheal/b.json"),)
    )
    text = render(broken, TextOptions(), PLAIN)
    assert "partial: interrupted" in text
    assert "internal error in prover: boom" in text and "send in: .verheal/b.json" in text


def test_nothing_to_verify_is_no_success() -> None:
    assert "nothing to verify" in render(CheckResult({}), TextOptions(), PLAIN)


@pytest.mark.parametrize("colour", [True, False])
def test_colour_is_all_that_style_adds(result: CheckResult, colour: bool) -> None:
    import re

    painted = render(result, TextOptions(), Style(colour))
    assert ("\x1b[" in painted) is colour
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == render(result, TextOptions(), PLAIN)
