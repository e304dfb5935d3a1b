"""Looks for failing inputs: generate, run in batches, learn from the inputs that satisfied the requires."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

from verheal.prover.run.calling import call_of
from verheal.prover.run.failures import FailureKey, keys_of, satisfied
from verheal.prover.run.job import Job, ModuleRef, Record
from verheal.prover.run.mutating import lengthened, mutated, widened
from verheal.prover.run.reuse import AGAIN, EAGER
from verheal.prover.run.runner import Runner
from verheal.prover.run.samples import BIG_INTS, ODD_TEXTS
from verheal.prover.run.scopes import Scope
from verheal.prover.run.shapes import FunctionShape
from verheal.prover.run.values import Unsupported, Values

LONGEST_CALL = 4000
EDGY = 5  # every so many calls one int is of those that overflow something, and a text of those that few expect
NARROW = 0.5  # of the calls are made of few values
FRESH = 100  # so many calls are mostly new ones
WIDE = 10  # for every so many calls one more is tried, in which an int is bigger than any float
LONG = 25  # every so many calls a number that a text spells has more digits than are read
DEEP, MANY = 50, 3000  # every so many calls of what recurs something has more parts than the stack has room for


@dataclass(frozen=True)
class Budget:
    """How long to look: at most `calls` calls, in batches, until `failures` different failures or
    `cpu_seconds` are reached."""

    calls: int = 300
    batch: int = 100
    failures: int = 20
    cpu_seconds: float = 10.0
    seed: int = 0


@dataclass(frozen=True)
class Found:
    """A failing call (the shortest of those with this key) and its record."""

    key: FailureKey
    call: str
    record: Record


@dataclass(frozen=True)
class SearchReport:
    """`tried` calls, of which `satisfied` counted and `returned` returned; `stopped` says why the search
    ended:
    budget, failures, cpu, hangs, exhausted (no new calls), or unsupported / not importable with the reason.

    `reaching` are some calls that counted, for vacuity; `problem` is a record that no call got past (import
    errors).
    """

    tried: int = 0
    satisfied: int = 0
    returned: int = 0
    failures: tuple[Found, ...] = ()
    reaching: tuple[str, ...] = ()
    stopped: str = "budget"
    cpu_seconds: float = 0.0
    problem: Record | None = field(default=None, compare=False)


def search(
    runner: Runner,
    module: ModuleRef,
    shape: FunctionShape,
    scope: Scope,
    job: Job,
    budget: Budget | None = None,
    before: SearchReport | None = None,
) -> SearchReport:
    """Run `job` (its `call` is replaced) on generated inputs of the function. Never raises for what the code
    does. `before` is an earlier search that this one goes on from; its calls count."""
    limits = budget or Budget()
    random = Random(f"{shape.qualname}:{limits.seed}")
    report = before or SearchReport()
    seen: set[str] = set()
    while report.tried < limits.calls and report.stopped == "budget":
        wanted = min(limits.batch, limits.calls - report.tried)
        try:
            calls = list(new_calls(shape, scope, random, report, wanted, limits.calls, seen))
            calls += wide_calls(shape, report, wanted, seen)
        except Unsupported as reason:
            return replace(report, stopped=f"unsupported: {reason}")
        if not calls:
            return replace(report, stopped="exhausted")
        records = runner.run(module, [replace(job, call=call) for call in calls])
        report = _counted(report, records, job, module.root)
        hanging = any(record["outcome"] == "skipped" for record in records)
        report = replace(report, stopped="hangs" if hanging else _why_stop(report, limits))
    return report


def new_calls(
    shape: FunctionShape,
    scope: Scope,
    random: Random,
    report: SearchReport,
    wanted: int,
    total: int,
    seen: set[str],
    strict: bool = False,
) -> Iterator[str]:
    """Calls not tried before, which are added to `seen`; once some inputs counted, every third is a variation of one
    of them, and later every other. `strict` as in `Values`."""
    made = 0
    share = 3 if report.tried < FRESH else 2
    for attempt in range(wanted * 6):
        if made == wanted:
            return
        size = min(1.0, (report.tried + made) / max(1, total))
        longer = None
        if report.reaching and not attempt % LONG:
            apart = Random(report.tried + attempt)  # what has no such text keeps its sequence of calls
            longer = lengthened(apart.choice(report.reaching), apart)
        if longer is not None:
            call = longer
        elif report.reaching and attempt % share == share - 1:
            call = mutated(random.choice(report.reaching), random)
        else:
            edges = [str(BIG_INTS[attempt // EDGY % len(BIG_INTS)])] if attempt % EDGY == EDGY - 1 else []
            odd = [ascii(ODD_TEXTS[attempt // EDGY % len(ODD_TEXTS)])] if attempt % EDGY == EDGY - 2 else []
            deep = [MANY] if shape.recurs and attempt % DEEP == DEEP - 1 else []
            narrow = random.random() < NARROW
            values = Values(
                scope, random, shape.ints, shape.texts, size, edges, odd,
                deep=deep, keys=shape.keys, narrow=narrow, again=EAGER if edges else AGAIN, strict=strict,
            )  # fmt: skip
            call = call_of(shape, values)
        if call not in seen and len(call) <= LONGEST_CALL:
            seen.add(call)
            made += 1
            yield call


def wide_calls(shape: FunctionShape, report: SearchReport, wanted: int, seen: set[str]) -> Iterator[str]:
    """A few calls not tried before, like those that counted but for one big int. They are drawn apart: the others
    are what they would be without them."""
    if not report.reaching or shape.drive != "{}":
        return
    apart = Random(report.tried)
    for _ in range(wanted // WIDE):
        call = widened(apart.choice(report.reaching), apart)
        if call is not None and call not in seen:
            seen.add(call)
            yield call


def _counted(report: SearchReport, records: list[Record], job: Job, root: str) -> SearchReport:
    counting = [record for record in records if satisfied(record)]
    best = {found.key: found for found in report.failures}
    for record in records:
        for key in keys_of(record, job, root):
            known = best.get(key)
            if known is None or len(record["call"]) < len(known.call):
                best[key] = Found(key, record["call"], record)
    unusable = [r for r in records if r["outcome"].startswith("import_") or r["outcome"] == "not_found"]
    if all(record["outcome"] == "lost" for record in records):
        unusable = records  # no box, no runs
    return SearchReport(
        tried=report.tried + len(records),
        satisfied=report.satisfied + len(counting),
        returned=report.returned + sum(record["outcome"] == "returned" for record in counting),
        failures=tuple(best.values()),
        reaching=(*report.reaching, *(record["call"] for record in counting))[-200:],
        cpu_seconds=report.cpu_seconds + sum(_spent(record) for record in records),
        problem=unusable[0] if unusable else report.problem,
    )


def _spent(record: Record) -> float:
    """CPU seconds of one call; a call that was killed is taken to have used a second."""
    return float(record.get("cpu_seconds") or (1.0 if record["outcome"] in ("timeout", "died", "lost") else 0.0))


def _why_stop(report: SearchReport, limits: Budget) -> str:
    if report.problem is not None:
        return f"not importable: {report.problem['outcome']}"
    if len(report.failures) >= limits.failures:
        return "failures"
    if report.cpu_seconds >= limits.cpu_seconds:
        return "cpu"
    return "budget"
