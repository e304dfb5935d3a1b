"""`check --seeds N`: every proof is asked for again under N random seeds; the verdicts stay what they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from verheal.prover.outcome import Detail
from verheal.prover.reseeding import proof_of, spreads
from verheal.report.model import PROVED, CheckResult, SpreadResult


def with_spreads(
    result: CheckResult, details: Iterable[Iterable[Detail]], seeds: int, jobs: int
) -> CheckResult:
    """The result with a spread at each obligation that is proved; `details` are grouped by function."""
    proved = {o.id for o in result.obligations if o.verdict in PROVED}
    batches = [
        tuple(proof for one in group if one.id in proved and (proof := proof_of(one)) is not None)
        for group in details
    ]
    found: dict[str, SpreadResult] = {}
    partial = result.partial
    try:
        for one in spreads(batches, seeds, jobs):
            found[one.obligation] = SpreadResult(one.seeds, one.rlimits)
    except KeyboardInterrupt:
        partial = "interrupted; not every proof was asked for again"
    obligations = tuple(replace(o, spread=found.get(o.id)) for o in result.obligations)
    return replace(result, obligations=obligations, seeds=seeds, partial=partial)
