"""Failing calls to refutations: shrunk, run again under two hash seeds, minted by the kernel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verheal.proofs.kernel import KernelError, Refuted, refute
from verheal.proofs.replays import blamed, fails, nested
from verheal.proofs.transcript import ReplayTranscript
from verheal.prover.claims import forms
from verheal.prover.executing import Execution
from verheal.prover.run.calling import after
from verheal.prover.run.failures import keys_of
from verheal.prover.run.job import Record
from verheal.prover.run.search import Found
from verheal.prover.work import Work

MOST_FAILURES = 12
MOST_EARLIER, ALONE, AT_ONCE = 24, 4, 8  # calls that may have left something behind: so many alone, and together
ENDLESS = ("hang", "died")  # failures that refute nothing


def refute_by_search(
    execution: Execution, works: Sequence[Work], failures: Iterable[Found], earlier: Sequence[str] = ()
) -> None:
    """Every obligation that one of the failures breaks is refuted, by a small call, or by one behind some of the
    `earlier` calls."""
    ordered = sorted(failures, key=lambda found: (len(found.call), found.call))
    for found in [f for f in ordered if f.key.kind not in ENDLESS][:MOST_FAILURES]:
        broken = would_break(execution, works, found.record)
        if not broken:
            continue
        small = execution.smaller(found)
        hit = refuted_by(execution.confirm(small.call), works)
        if small.call != found.call and not {id(work) for work in broken} <= {id(work) for work in hit}:
            hit += refuted_by(execution.confirm(found.call), works)
        if not hit and execution.remembers:
            _refute_behind(execution, works, found.call, earlier[:MOST_EARLIER])


def _refute_behind(execution: Execution, works: Sequence[Work], call: str, earlier: Sequence[str]) -> None:
    """What fails only behind other calls: they left something in a default or in the module."""
    groups = [earlier[start : start + AT_ONCE] for start in range(0, len(earlier), AT_ONCE)]
    for group in [*([one] for one in earlier[:ALONE]), *groups]:  # the second of a group may fail already
        if refuted_by(execution.confirm(after(group, call)), works):
            for one in group if len(group) > 1 else ():  # the shortest witness stays
                refuted_by(execution.confirm(after([one], call)), works)
            return


def refute_by_calls(execution: Execution, works: Sequence[Work], calls: Sequence[str]) -> None:
    """As refute_by_search, for calls that somebody proposes: solver's models, CrossHair's counterexamples."""
    failures = []
    for record in execution.try_calls(calls):
        keys = keys_of(record, execution.job, execution.module.root)
        failures += [Found(key, str(record["call"]), record) for key in keys]
    refute_by_search(execution, works, failures)


def would_break(execution: Execution, works: Sequence[Work], record: Record) -> list[Work]:
    """The works without refutation that this record speaks against: only a reason to run the call again."""
    needs = str((record.get("exception") or {}).get("needs", ""))
    trial = execution.rehearsal(_as_if_meant(record) if needs else record)
    if trial is None:
        return []
    broken = [
        work
        for work in works
        if work.refuted is None
        and (not work.local or _is_there(work, trial))
        and any(fails(claim, trial) for claim in forms(work.claim, trial))
    ]
    for work in broken:
        if needs:
            work.excuse(f"{needs}: {trial.call} fails"[:300])
        elif work.granted:
            work.excuse(f"{trial.call} fails, but the docstring says: {work.granted}"[:300])
    return [] if needs else [work for work in broken if not work.granted]


def _as_if_meant(record: Record) -> Record:
    """The record of a failure that nobody is blamed for, as if it were: to see what it would be about."""
    return dict(record, exception=dict(record["exception"], environment=False))


def refuted_by(replay: ReplayTranscript | None, works: Sequence[Work]) -> list[Work]:
    """The works that the replay refutes; the shorter of two witnesses stays."""
    hit: list[Work] = []
    if replay is None:
        return hit
    for work in works:
        verdict = _minted(work, replay)
        if verdict is None:
            continue
        hit.append(work)
        for item in verdict.evidence:
            work.tried(item, f"fails: {replay.call}"[:300])
        if work.refuted is None or len(replay.call) < len(work.refuted.replay.call):
            work.refuted = verdict
    return hit


def _minted(work: Work, replay: ReplayTranscript) -> Refuted | None:
    if work.granted or (work.local and not _is_there(work, replay)):
        return None
    for claim in forms(work.claim, replay):
        try:
            return refute(claim, replay)
        except KernelError:
            continue
    return None


def _is_there(work: Work, replay: ReplayTranscript) -> bool:
    """Whether what left the function was raised by the very statement that the obligation is about."""
    last = [run.traceback[-1] for run in replay.runs if run.traceback]
    place = work.claim.place
    here = (blamed(place, frame) for frame in last)
    if any(nested(work.claim, run) for run in replay.runs):
        return False
    return len(last) == len(replay.runs) and all(here) and not work.obligation.site.needs
