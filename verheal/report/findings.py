"""Which obligations are worth a person's time, in which order, and how many of them."""

from __future__ import annotations

from dataclasses import dataclass

from verheal.report.model import UNDECIDED, CheckResult, ObligationResult

# Refuted, these fail the run; other kinds only under --strict.
CLAUSE_KINDS = frozenset({"pre", "post", "invariant", "loop-invariant", "assert", "refinement"})
WARNINGS_PER_1000_LINES = 5


def is_clause(obligation: ObligationResult) -> bool:
    """A condition that somebody wrote, in contrast to what holds of every function, and to what was inferred."""
    if obligation.inferred:
        return False
    return obligation.kind in CLAUSE_KINDS or (obligation.kind == "raises" and obligation.declared)


def is_error(obligation: ObligationResult, strict: bool) -> bool:
    return obligation.verdict == "refuted" and (strict or is_clause(obligation))


@dataclass(frozen=True)
class Findings:
    """`errors` fail the run, `warnings` and `undecided` do not; each best first. `hidden` were cut off."""

    errors: tuple[ObligationResult, ...]
    warnings: tuple[ObligationResult, ...]
    undecided: tuple[ObligationResult, ...]
    hidden: int


def select(result: CheckResult, *, strict: bool, everything: bool) -> Findings:
    """Errors are always shown. The rest is ranked and capped, since noise is what kills such tools."""
    ranked = sorted(result.obligations, key=_order)
    errors = tuple(o for o in ranked if is_error(o, strict))
    warnings = tuple(o for o in ranked if o.verdict == "refuted" and not is_error(o, strict))
    undecided = tuple(o for o in ranked if o.verdict in UNDECIDED)
    if everything:
        return Findings(errors, warnings, undecided, 0)
    room = max(WARNINGS_PER_1000_LINES, result.stats.lines * WARNINGS_PER_1000_LINES // 1000)
    shown = warnings[:room]
    clauses = tuple(o for o in undecided if is_clause(o))[: room - len(shown)]
    hidden = len(warnings) - len(shown) + len(undecided) - len(clauses)
    return Findings(errors, shown, clauses, hidden)


def _order(obligation: ObligationResult) -> tuple[int, str, int, str]:
    return obligation.rank, obligation.path, obligation.line, obligation.id
