"""How much a proof owes to luck: the texts of a function's proofs are asked again under other random seeds of z3.

That changes no verdict: a proof stays one whatever another seed says. It tells which proofs a small change of the
code, or another version of the solver, may well lose.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from verheal.proofs.strict import TranscriptError
from verheal.proofs.transcript import SolverTranscript, read_solver, text_digest
from verheal.prover.crew import Answered, Plan, endings
from verheal.prover.outcome import Detail
from verheal.prover.solving import MEMORY_MB, word
from verheal.prover.workers import TASKS_PER_WORKER, context, safe_path, settle

CPU_SECONDS = 20.0  # for one text under one seed
WALL_SECONDS = 600.0
MEMORY_BYTES = 4 * 2**30


@dataclass(frozen=True)
class Question:
    """A text, and how it was answered: within how many of z3's units, and `quick` as in `solve`."""

    text: str
    rlimit: int
    quick: bool


@dataclass(frozen=True)
class Proof:
    """What was asked for one obligation: all of it has to be `unsat`."""

    obligation: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Spread:
    """z3's units for the whole proof, one number for each seed under which all was proved, of `seeds` in all."""

    obligation: str
    seeds: int
    rlimits: tuple[int, ...]


@dataclass(frozen=True)
class _Batch:
    proofs: tuple[Proof, ...]
    seeds: int


def proof_of(detail: Detail) -> Proof | None:
    """The questions behind a verdict of proof; None where there is no answer of z3 to one of them on record."""
    if detail.refuted or not detail.claim:
        return None
    claim = json.loads(detail.claim)
    heard = {answer.digest: answer for answer in map(_read, detail.solvers) if answer is not None}
    questions = []
    for text in (claim["text"], *claim["lemmas"]):
        answer = heard.get(text_digest(text))
        if answer is None or word(answer) != "unsat":
            return None
        options = dict(answer.options)
        questions.append(Question(text, int(options.get("rlimit", "0")), options.get("quick") == "true"))
    return Proof(detail.id, tuple(dict.fromkeys(questions)))


def _read(raw: str) -> SolverTranscript | None:
    try:
        found = read_solver(raw)
    except TranscriptError:
        return None
    return found if str(found.solver) == "z3" else None


def spreads(batches: Sequence[tuple[Proof, ...]], seeds: int, jobs: int) -> Iterator[Spread]:
    """One for every proof, but those of a batch whose worker was lost."""
    plan = Plan(context(), settle, (MEMORY_BYTES,), _perform, WALL_SECONDS * seeds, TASKS_PER_WORKER, _finish)
    tasks = [_Batch(proofs, seeds) for proofs in batches if proofs]
    with safe_path(), closing(endings(plan, tasks, max(1, min(jobs, len(tasks) or 1)))) as ended:
        for _, end in ended:
            if isinstance(end, Answered) and isinstance(end.value, tuple):
                yield from end.value


def _perform(batch: _Batch) -> tuple[Spread, ...]:
    """In a worker: texts that proofs share, the lemmas of a loop for instance, are asked once under each seed."""
    from verheal.prover.backends.z3_backend import solve

    spent: dict[tuple[Question, int], int | None] = {}
    for question in dict.fromkeys(q for proof in batch.proofs for q in proof.questions):
        for seed in range(1, batch.seeds + 1):
            answer = solve(
                question.text, question.rlimit, seed, False, MEMORY_MB, CPU_SECONDS, question.quick
            ).transcript
            spent[question, seed] = (answer.rlimit or 0) if word(answer) == "unsat" else None
    return tuple(_spread(proof, spent, batch.seeds) for proof in batch.proofs)


def _spread(proof: Proof, spent: dict[tuple[Question, int], int | None], seeds: int) -> Spread:
    sums = []
    for seed in range(1, seeds + 1):
        parts = [spent[question, seed] for question in proof.questions]
        known = [part for part in parts if part is not None]
        if len(known) == len(parts):
            sums.append(sum(known))
    return Spread(proof.obligation, seeds, tuple(sums))


def _finish() -> None:
    """A worker keeps nothing."""
