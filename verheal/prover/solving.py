"""Asking z3 about the texts of one function: each text once, answers kept in the cache by formula key."""

from __future__ import annotations

from dataclasses import dataclass, field

from verheal.proofs.kernel import formula_key
from verheal.proofs.strict import TranscriptError
from verheal.proofs.transcript import Solver, SolverTranscript, read_solver, text_digest, write
from verheal.prover.backends.z3_backend import solve
from verheal.prover.backends.z3_model import PlainModel
from verheal.prover.cache import Cache

MEMORY_MB = 1024


@dataclass
class Solving:
    """The solver for one function; counts what it did."""

    cache: Cache
    calls: int = 0
    hits: int = 0
    spent: int = 0  # of z3's resource units
    heard: dict[str, SolverTranscript] = field(default_factory=dict)
    models: dict[str, PlainModel] = field(default_factory=dict)
    _limits: dict[str, int] = field(default_factory=dict)

    def ask(
        self, text: str, rlimit: int, cpu_seconds: float, want_model: bool = False, quick: bool = False
    ) -> SolverTranscript:
        """The best answer known of the text within the limits; `quick` as in `solve`. Never raises for what the
        solver does."""
        known = self.heard.get(text) or self._kept(text)
        if known is not None and self._settles(text, known, rlimit, want_model):
            return known
        self.calls += 1
        answer = solve(text, rlimit, 0, want_model, MEMORY_MB, cpu_seconds, quick)
        if answer.model is not None:
            self.models[text] = answer.model
        self.spent += answer.transcript.rlimit or 0
        self.heard[text] = answer.transcript
        self._limits[text] = rlimit
        if word(answer.transcript) in ("unsat", "unknown"):
            self.cache.put("solver", [(_key(text, Solver.Z3), write(answer.transcript))])
        return answer.transcript

    def second(self, text: str) -> SolverTranscript:
        """cvc5's answer to the text, from the cache where it is known. Raises ImportError without cvc5."""
        from verheal.prover.backends import cvc5_backend

        known = self._read(Solver.CVC5, text, cvc5_backend.version())
        if known is not None:
            self.hits += 1
            return known
        self.calls += 1
        answer = cvc5_backend.solve(text)
        if word(answer) in ("unsat", "unknown"):
            self.cache.put("solver", [(_key(text, Solver.CVC5), write(answer))])
        return answer

    def _settles(self, text: str, known: SolverTranscript, rlimit: int, want_model: bool) -> bool:
        match word(known):
            case "unsat":
                return True
            case "sat":
                return not want_model or text in self.models
            case _:
                return self._limits.get(text, 0) >= rlimit

    def _kept(self, text: str) -> SolverTranscript | None:
        found = self._read(Solver.Z3, text, _version())
        if found is None:
            return None
        self.hits += 1
        self.heard[text] = found
        self._limits[text] = int(dict(found.options).get("rlimit", "0"))
        return found

    def _read(self, solver: Solver, text: str, version: str) -> SolverTranscript | None:
        """What the cache holds of this very solver about this very text."""
        raw = self.cache.get("solver", _key(text, solver))
        if raw is None:
            return None
        try:
            found = read_solver(raw)
        except TranscriptError:
            return None
        fits = found.solver is solver and found.version == version and found.digest == text_digest(text)
        return found if fits else None


def word(transcript: SolverTranscript) -> str:
    """The first line of the answer: sat, unsat, unknown or error."""
    return transcript.answer.partition("\n")[0].strip()


def _key(text: str, solver: Solver) -> str:
    return f"{solver} {formula_key(text)}"


def _version() -> str:
    import z3

    return str(z3.get_version_string())
