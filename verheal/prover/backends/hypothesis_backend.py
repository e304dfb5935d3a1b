"""Hypothesis for one function, in a confined child: evidence of level "tested", with counts, or a small
failing call."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verheal.lattice.levels import Against, For
from verheal.proofs.assumption import Assumption
from verheal.proofs.evidence import Evidence
from verheal.prover.backends.tool_paths import elsewhere
from verheal.prover.run.failures import FailureKey, keys_of
from verheal.prover.run.job import Job, ModuleRef, Record
from verheal.prover.run.runner import CallLimits, Runner

START_CPU = 6.0  # seconds: importing Hypothesis and the user's module again


@dataclass(frozen=True)
class Effort:
    """How long to test: examples, CPU seconds in all and for each call; `seed` 0 is Hypothesis' own fixed
    choice."""

    examples: int = 500
    cpu_seconds: float = 10.0
    call_cpu: float = 1.0
    most_hangs: int = 3
    seed: int = 0


@dataclass(frozen=True)
class HypothesisAnswer:
    """`satisfied` of `tried` inputs counted and `returned` of these returned.

    `failures` are those of the smallest failing `call` with its `record`. `problem` says why nothing could be
    tested, "" otherwise.
    """

    tried: int
    satisfied: int
    returned: int
    hangs: int
    failures: tuple[FailureKey, ...]
    call: str | None
    record: Record | None
    problem: str
    seconds: float
    version: str


def try_examples(
    runner: Runner, module: ModuleRef, job: Job, effort: Effort | None = None
) -> HypothesisAnswer:
    """Test the goal of `job` (its `call` is not used). Never raises for what the code or Hypothesis does."""
    wanted = effort or Effort()
    folders = elsewhere(runner.interpreter)
    tool = {
        "examples": wanted.examples,
        "cpu": wanted.cpu_seconds,
        "call_cpu": wanted.call_cpu,
        "most_hangs": wanted.most_hangs,
        "seed": wanted.seed,
        "elsewhere": folders,
    }
    total = 2 * wanted.cpu_seconds + wanted.call_cpu * wanted.most_hangs + START_CPU
    limits = CallLimits(call_cpu=total, call_wall=4 * total, calls_per_worker=1)
    readable = (*runner.readable, *folders)
    boxed = replace(runner, limits=limits, readable=readable, wall_seconds=5 * total + 30, warm=None)
    return answer_of(boxed.run(module, [replace(job, tool=("hypothesis", tool))])[0], job, module.root)


def answer_of(record: Record, job: Job, root: str) -> HypothesisAnswer:
    """Read what came back; a child that did not come back has tested nothing."""
    failure = record.get("failure")
    problem = ""
    if record["outcome"] != "tested":
        problem = (
            f"{record['outcome']}: {record.get('why') or record.get('limit') or record.get('signal') or ''}"
        )
    return HypothesisAnswer(
        tried=int(record.get("tried") or 0),
        satisfied=int(record.get("satisfied") or 0),
        returned=int(record.get("returned") or 0),
        hangs=int(record.get("hangs") or 0),
        failures=keys_of(failure, job, root) if failure else (),
        call=failure["call"] if failure else None,
        record=failure,
        problem=problem,
        seconds=float(record.get("cpu_seconds") or 0.0),
        version=str(record.get("version", "")),
    )


def evidence(
    answer: HypothesisAnswer, key: str, seed: int = 0, assumptions: frozenset[Assumption] = frozenset()
) -> Evidence | None:
    """Tested, when at least one input counted and none failed or hung; suspected when one failed; else
    None."""
    if answer.failures:
        supports, opposes = For.NONE, Against.SUSPECTED
    elif answer.satisfied and not answer.hangs and not answer.problem:
        supports, opposes = For.TESTED, Against.NONE
    else:
        return None
    by = f"hypothesis {answer.version}"
    return Evidence(by, supports, opposes, key, None, answer.seconds, seed, assumptions)
