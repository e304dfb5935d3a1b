"""Verdicts minted again from what was stored: for certificates, bundles and who does not trust a cache."""

from __future__ import annotations

import json
from typing import Any

from verheal.proofs.assumption import Assumption
from verheal.proofs.claim import Claim, Place, RaiseSite
from verheal.proofs.kernel import Proved, Refuted, prove, refute
from verheal.proofs.transcript import read_replay, read_solver
from verheal.prover.outcome import Detail


def mint_again(detail: Detail) -> Proved | Refuted:
    """What the kernel says of the stored transcripts: a refutation where they show one, else a proof.

    Raises KernelError when it says neither; TranscriptError, ValueError, KeyError, TypeError for damage.
    """
    claim = claim_of(detail.claim)
    replays = tuple(read_replay(raw) for raw in detail.replays)
    if detail.refuted:
        return refute(claim, replays[-1])
    return prove(claim, [read_solver(raw) for raw in detail.solvers], replays[0] if replays else None)


def claim_of(text: str) -> Claim:
    """The claim of a JSON text."""
    data: dict[str, Any] = json.loads(text)
    known = {str(member): member for member in Assumption}
    data["place"] = Place(**_with_spans(data["place"]))
    data["raise_sites"] = tuple(RaiseSite(**_with_spans(site)) for site in data["raise_sites"])
    data["assumptions"] = frozenset(known[name] for name in data["assumptions"])
    for name in ("lemmas", "rests_on", "declared"):
        data[name] = tuple(data[name])
    return Claim(**data)


def _with_spans(data: dict[str, Any]) -> dict[str, Any]:
    """With the spans as JSON has lost them: tuples, not lists."""
    return {**data, "spans": tuple(tuple(span) for span in data["spans"])}
