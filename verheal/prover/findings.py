"""Works that are done, as findings."""

from __future__ import annotations

import json
from dataclasses import asdict

from verheal.proofs.claim import Claim
from verheal.proofs.kernel import KernelError, Refuted, minted
from verheal.proofs.transcript import write
from verheal.prover.outcome import Call, Detail, Finding
from verheal.prover.work import Work


def finding(
    work: Work, public: bool, listed: bool = False, nobodys: frozenset[tuple[str, str]] = frozenset()
) -> Finding:
    """One obligation for the report; `listed`: a contract says which exceptions may leave, not just a docstring.
    `nobodys` are obligations, by kind and text ("": any), that speak of inferred clauses alone.

    Raises KernelError for a verdict that the kernel did not mint.
    """
    claim = work.claim
    evidence = list(work.evidence)
    for verdict in (work.proved, work.refuted):
        if verdict is not None:
            if not minted(verdict):
                raise KernelError("a verdict that the kernel did not mint")
            evidence += verdict.evidence
    return Finding(
        id=claim.obligation,
        kind=claim.kind,
        text=work.obligation.site.text,
        place=f"{claim.path}:{claim.function}",
        line=claim.place.line,
        end_line=claim.place.end_line,
        evidence=tuple(evidence),
        reason=str(work.reason) if work.open else "",
        detail=work.detail if work.open else "",
        witness=witness(work.refuted) if work.refuted is not None else None,
        rests_on=claim.rests_on,
        declared=listed and claim.kind == "raises",
        rank=_rank(work, public),
        inferred=bool({(claim.kind, work.obligation.site.text), (claim.kind, "")} & nobodys),
    )


def witness(refuted: Refuted) -> Call:
    """The failing call with what was observed."""
    shown = refuted.witness
    return Call(tuple(shown.args.items()), shown.call, shown.raises, shown.note)


def detail(work: Work, terms: tuple[str, ...]) -> Detail:
    """The long part, from which a verdict can be minted again."""
    replays = tuple(
        write(r) for r in (work.run, work.refuted.replay if work.refuted else None) if r is not None
    )
    return Detail(
        id=work.claim.obligation,
        smt=work.final_claim.text,
        terms=terms,
        claim=json.dumps(
            _claim_record(work.refuted.claim if work.refuted else work.final_claim), separators=(",", ":")
        ),
        solvers=tuple(write(answer) for answer in (*work.heard.values(), *work.second.values())),
        replays=replays,
        attempts=tuple(work.attempts),
        refuted=work.refuted is not None,
    )


def _claim_record(claim: Claim) -> dict[str, object]:
    record = asdict(claim)
    record["assumptions"] = sorted(claim.assumptions)
    return record


def _rank(work: Work, public: bool) -> int:
    """Low numbers first: public functions, short calls, ordinary numbers."""
    rank = 0 if public else 100
    if work.claim.kind == "raises" and not work.claim.declared:
        rank += 60  # the place that raises says more than the function that it leaves
    if work.refuted is not None:
        call = work.refuted.replay.call
        rank += min(len(call) // 20, 20)
        if any(word in call for word in ("nan", "inf", "**", "e+", "\\", "00000")):
            rank += 40
    return rank
