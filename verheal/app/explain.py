"""`explain`: one obligation in full, from the cache where it is there, else by checking its function."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from verheal.app.check import Checked, checked
from verheal.app.options import ExplainOptions
from verheal.errors import UsageError
from verheal.proofs.assumption import Assumption
from verheal.report.model import Attempt, ExplainResult, ObligationResult

EXPLANATIONS = {str(member): member.explanation for member in Assumption}


def explain(identity: str, options: ExplainOptions, base: Path = Path()) -> ExplainResult:
    """The obligation called `identity`. Raises UsageError when the paths hold none of that name."""
    function = identity.partition("|")[0]
    narrowed = replace(options.check, functions=(function,) if ":" in function else ())
    found = checked(options.paths, narrowed, base=base, wants_details=True)
    obligation = next((o for o in found.result.obligations if o.id == identity), None)
    if obligation is None:
        raise UsageError(f"there is no obligation {identity}", hint=_nearby(identity, found))
    return _explained(obligation, found)


def _explained(obligation: ObligationResult, found: Checked) -> ExplainResult:
    detail = found.details.get(obligation.id)
    assumptions = tuple(f"{name}: {EXPLANATIONS.get(name, name)}" for name in obligation.assumptions)
    if detail is None:
        return ExplainResult(obligation, (), assumptions, "")
    tried = detail.attempts
    attempts = tuple(Attempt(a.by, a.level, a.key, a.rlimit, a.seconds, a.answer) for a in tried)
    return ExplainResult(obligation, detail.terms, assumptions, detail.smt, attempts)


def _nearby(identity: str, found: Checked) -> str:
    known = [obligation.id for obligation in found.result.obligations]
    close = get_close_matches(identity, known, n=1)
    return f"did you mean {close[0]!r}?" if close else "`verheal check --all` prints the ids"
