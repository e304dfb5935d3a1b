"""The exit code of `check`, from what it found. Never a count: 256 findings must not look like none."""

from __future__ import annotations

from verheal.report.findings import is_clause, is_error
from verheal.report.model import VERDICTS, CheckResult, ObligationResult

OK = 0
FINDINGS = 1
USAGE = 2  # also: interrupted, as in pytest
INTERNAL = 3
NOTHING = 5


def exit_code(result: CheckResult, *, strict: bool = False, require: str | None = None) -> int:
    """3 outranks all; a run that was cut short is 2, since what it did not look at may hold anything."""
    if result.errors:
        return INTERNAL
    if result.partial is not None:
        return USAGE
    if any(problem.severity == "error" for problem in result.problems):
        return FINDINGS
    if any(is_error(obligation, strict) for obligation in result.obligations):
        return FINDINGS
    if require is not None and any(falls_short(o, require, strict) for o in result.obligations):
        return FINDINGS
    return OK if result.obligations or result.unchanged else NOTHING


def falls_short(obligation: ObligationResult, require: str, strict: bool) -> bool:
    """Whether `--require LEVEL` fails on it: every written clause counts, with `--strict` everything."""
    if not (strict or is_clause(obligation)):
        return False
    return VERDICTS.index(obligation.verdict) < VERDICTS.index(require)
