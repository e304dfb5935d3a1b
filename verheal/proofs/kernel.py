"""The one place where verdicts are minted, after the kernel of LCF (Milner 1972).

It decides from the texts, the solvers' raw answers and the replayer's records, never from what somebody says
of them. No check is an `assert`, which `python -O` would strip. In Python no object can be hidden from code
of the same process: what holds is that no ordinary way (constructor, replace, copy, pickle, subclass) makes a
verdict, and that `minted` and `audit` tell one that was put together by other means.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import InitVar, dataclass, field, replace
from hashlib import sha256
from typing import Final, NoReturn, final

from verheal.lattice.levels import Against, For
from verheal.proofs.assumption import Assumption
from verheal.proofs.claim import Claim
from verheal.proofs.combine import Contradiction, contradiction
from verheal.proofs.evidence import Evidence
from verheal.proofs.reasons import Reason
from verheal.proofs.replays import fails, reaches, speaks_of
from verheal.proofs.semantics import SEMANTICS_VERSION
from verheal.proofs.smtlib import flaw
from verheal.proofs.transcript import ReplayTranscript, Solver, SolverTranscript, text_digest
from verheal.proofs.witness import Witness

_WITNESS: Final = object()


class KernelError(Exception):
    """No verdict: `reason` is what an Unknown about it says."""

    def __init__(self, message: str, reason: Reason = Reason.ERROR) -> None:
        super().__init__(message)
        self.reason = reason


class ContradictionError(KernelError):
    """The transcripts contradict each other, so verheal itself is wrong."""

    def __init__(self, found: Contradiction) -> None:
        super().__init__(f"{found.supporting.by} and {found.opposing.by} contradict: {found.obligation}")
        self.found = found

    def __reduce__(self) -> tuple[object, ...]:
        return ContradictionError, (self.found,)


@final
@dataclass(frozen=True)
class Proved:
    """The claim holds for all inputs, given its assumptions and what it rests on. Only `prove` makes one."""

    claim: Claim
    transcripts: tuple[SolverTranscript, ...]
    run: ReplayTranscript
    evidence: tuple[Evidence, ...]
    mint: InitVar[object]
    _seal: int = field(init=False, repr=False, compare=False)

    def __post_init__(self, mint: object) -> None:
        _require_mint(mint)
        object.__setattr__(self, "_seal", _seal(self.claim, self.transcripts, self.run, self.evidence))

    def __init_subclass__(cls) -> NoReturn:
        raise TypeError("a subclass of a verdict would be a forged one")

    def __reduce__(self) -> tuple[object, ...]:
        # Copies and pickles are minted again, from the transcripts.
        return prove, (self.claim, self.transcripts, self.run)


@final
@dataclass(frozen=True)
class Refuted:
    """The claim fails in CPython for the call in the replay. Only `refute` makes one."""

    claim: Claim
    replay: ReplayTranscript
    evidence: tuple[Evidence, ...]
    mint: InitVar[object]
    _seal: int = field(init=False, repr=False, compare=False)

    def __post_init__(self, mint: object) -> None:
        _require_mint(mint)
        object.__setattr__(self, "_seal", _seal(self.claim, self.replay, self.evidence))

    def __init_subclass__(cls) -> NoReturn:
        raise TypeError("a subclass of a verdict would be a forged one")

    def __reduce__(self) -> tuple[object, ...]:
        return refute, (self.claim, self.replay)

    @property
    def witness(self) -> Witness:
        """The failing call, for people and for reports."""
        run = self.replay.runs[0]
        raised = f"{run.mro[0]}: {run.message}".removesuffix(": ") if run.mro else None
        note = f"{self.claim.kind} fails: {self.claim.clause}".removesuffix(": ")
        return Witness(dict(self.replay.args), self.replay.call, raised, note)


def formula_key(text: str) -> str:
    """Key of evidence about a text: its digest together with the semantics version."""
    return "sha256:" + sha256(f"verheal semantics {SEMANTICS_VERSION}\n{text}".encode()).hexdigest()


def prove(claim: Claim, transcripts: Iterable[SolverTranscript], run: ReplayTranscript | None) -> Proved:
    """A proof of the claim.

    Needs, for the claim's text and for each lemma's, an acceptable text and a transcript of exactly that text
    that answers exactly "unsat"; and a run of the claim's function that shows that its preconditions can be
    satisfied and, for a postcondition on a feasible path, that it returns.
    Raises KernelError otherwise, ContradictionError when there is also a "sat" for one of the texts.
    """
    heard = tuple(transcripts)
    if not claim.obligation:
        raise KernelError("a claim without an obligation")
    texts = (claim.text, *claim.lemmas)
    agreeing = [_agreeing(claim, text, heard) for text in texts]
    if run is None or not speaks_of(claim, run) or not reaches(claim, run):
        raise KernelError("no run of the function shows that the claim is not vacuous", Reason.VACUOUS)
    # A second opinion counts only when every link of the proof has one.
    twice = all(len(solvers) >= 2 for solvers in agreeing)
    digests = {text_digest(text) for text in texts}
    used = tuple(item for item in heard if item.digest in digests)
    return Proved(claim, used, run, _proof_evidence(claim, used, twice), _WITNESS)


def refute(claim: Claim, replay: ReplayTranscript) -> Refuted:
    """A refutation of the claim.

    Needs at least two runs of the claim's function, in its source, under different hash seeds; in each,
    annotations and preconditions held, the run ended, and it failed in the way the claim's kind says, at its
    place. Raises KernelError otherwise; nothing refutes `termination`.
    """
    if not claim.obligation:
        raise KernelError("a claim without an obligation")
    if not speaks_of(claim, replay):
        raise KernelError("the replay is of another function or of another source", Reason.SUSPECTED)
    if not fails(claim, replay):
        raise KernelError("the replay does not show that the obligation fails", Reason.SUSPECTED)
    evidence = Evidence(
        by=f"CPython {replay.python}",
        level=For.NONE,
        against=Against.REFUTED,
        key=replay.closure,
        rlimit=None,
        seconds=replay.seconds,
        seed=None,
        assumptions=frozenset({Assumption.PYTHON_MINOR}),
    )
    return Refuted(claim, replay, (evidence,), _WITNESS)


def minted(verdict: Proved | Refuted) -> bool:
    """Whether the object came from this kernel, in this process, and is unchanged; cheap."""
    try:
        match verdict:
            case Proved():
                seal = _seal(verdict.claim, verdict.transcripts, verdict.run, verdict.evidence)
            case Refuted():
                seal = _seal(verdict.claim, verdict.replay, verdict.evidence)
        return verdict._seal == seal
    except AttributeError:
        return False  # object.__new__ leaves an object without fields


def audit(verdict: Proved | Refuted) -> None:
    """Derive the verdict again from its transcripts. Raises KernelError for a forged one."""
    if not minted(verdict):
        raise KernelError("a verdict that this kernel did not mint")
    match verdict:
        case Proved():
            again: Proved | Refuted = prove(verdict.claim, verdict.transcripts, verdict.run)
        case Refuted():
            again = refute(verdict.claim, verdict.replay)
    if again != verdict:
        raise KernelError("a verdict that its transcripts do not give")


def _agreeing(claim: Claim, text: str, heard: tuple[SolverTranscript, ...]) -> frozenset[Solver]:
    """The solvers that answered unsat on the text: at least one, and none that answered sat."""
    found = flaw(text)
    if found is not None:
        raise KernelError(f"the text {found}")
    digest = text_digest(text)
    answers = tuple(item for item in heard if item.digest == digest)
    evidence = [_solver_evidence(item, formula_key(text), claim) for item in answers]
    clash = contradiction(claim.obligation, evidence)
    if clash is not None:
        raise ContradictionError(clash)
    solvers = frozenset(item.solver for item in answers if _says(item, "unsat"))
    if not solvers:
        if text != claim.text:
            raise KernelError("no solver answered unsat on a lemma", Reason.LOOP_INVARIANT)
        sat = any(_says(item, "sat") for item in answers)
        raise KernelError("no solver answered unsat", Reason.SUSPECTED if sat else Reason.SOLVER_UNKNOWN)
    return solvers


def _says(transcript: SolverTranscript, answer: str) -> bool:
    """Whether that is the whole answer, but for a last newline: no error line, no second answer beside it."""
    return transcript.answer in (answer, f"{answer}\n")


def _solver_evidence(transcript: SolverTranscript, key: str, claim: Claim) -> Evidence:
    return Evidence(
        by=f"{transcript.solver} {transcript.version}",
        level=For.PROVED if _says(transcript, "unsat") else For.NONE,
        against=Against.SUSPECTED if _says(transcript, "sat") else Against.NONE,
        key=key,
        rlimit=transcript.rlimit,
        seconds=transcript.seconds,
        seed=transcript.seed,
        assumptions=claim.assumptions,
    )


def _proof_evidence(claim: Claim, used: tuple[SolverTranscript, ...], twice: bool) -> tuple[Evidence, ...]:
    key, digest = formula_key(claim.text), text_digest(claim.text)
    first: Solver | None = None
    result: list[Evidence] = []
    for item in used:
        if item.digest != digest or not _says(item, "unsat"):
            continue
        first = first or item.solver
        evidence = _solver_evidence(item, key, claim)
        if twice and item.solver != first:
            evidence = replace(evidence, level=For.CORROBORATED)
        result.append(evidence)
    return tuple(result)


def _require_mint(mint: object) -> None:
    if mint is not _WITNESS:
        raise KernelError("only the kernel makes verdicts")


def _seal(*parts: object) -> int:
    # Holds only in this process, which is all it is for; it is never stored or compared across runs.
    return hash((_WITNESS, *parts))
