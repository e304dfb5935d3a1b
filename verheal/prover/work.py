"""One obligation on its way to a verdict."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from verheal.contracts.core.expr import Var
from verheal.contracts.obligations.model import Obligation, Sequent
from verheal.lattice.levels import For, word
from verheal.proofs.claim import Claim
from verheal.proofs.evidence import Evidence
from verheal.proofs.kernel import Proved, Refuted
from verheal.proofs.reasons import Reason
from verheal.proofs.transcript import ReplayTranscript, SolverTranscript
from verheal.prover.outcome import Attempt

# What lowering and generation say when they cannot decide, by the first words.
REASONS: tuple[tuple[str, Reason], ...] = (
    ("unsupported", Reason.UNSUPPORTED),
    ("untyped", Reason.UNTYPED),
    ("unannotated", Reason.UNTYPED),
    ("calls", Reason.CALLS_UNKNOWN),
    ("recursive call", Reason.CALLS_UNKNOWN),
    ("precondition", Reason.OPAQUE_CLAUSE),
    ("clause", Reason.OPAQUE_CLAUSE),
    ("opaque", Reason.OPAQUE_CLAUSE),
    ("limit", Reason.LIMIT),
    ("bound", Reason.LIMIT),
    ("no bound", Reason.LIMIT),
    ("too ", Reason.LIMIT),
    ("internal", Reason.ERROR),
)


@dataclass
class Work:
    """Filled in by the phases. `solvable` False: no proof can come of it, whatever a solver says of `text`.

    `lawful` are texts that say less of doubles, whose unsat counts as much, by the exact text; `chosen` those
    of them that were unsat; `sequents` what each exact text is of. `tainted`: something that is not modelled lies
    before it, which the formula takes for anything at all; that is the reason to give where the proof fails. `local`
    is an obligation `raises` that speaks of one statement only. `granted` are words of the docstring that say what
    inputs have to be: where no contract says it, a failure outside of all clauses may be the caller's.
    """

    obligation: Obligation
    claim: Claim
    solvable: bool
    local: bool = False
    names: tuple[tuple[str, Var], ...] = ()
    lawful: dict[str, str] = field(default_factory=dict)
    sequents: dict[str, Sequent] = field(default_factory=dict)
    granted: str = ""
    excused: bool = False  # a run failed, which these words may exclude: nothing speaks for it any more
    chosen: dict[str, str] = field(default_factory=dict)
    proved: Proved | None = None
    refuted: Refuted | None = None
    reason: Reason = Reason.SOLVER_UNKNOWN
    tainted: bool = False
    detail: str = ""
    evidence: list[Evidence] = field(default_factory=list)
    heard: dict[str, SolverTranscript] = field(default_factory=dict)
    second: dict[str, SolverTranscript] = field(default_factory=dict)  # what cvc5 said
    run: ReplayTranscript | None = None
    attempts: list[Attempt] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Neither proved nor refuted yet."""
        return self.proved is None and self.refuted is None

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that must be unsat."""
        return (self.claim.text, *self.claim.lemmas)

    @property
    def answers(self) -> list[SolverTranscript | None]:
        """The answer to every text, or to the lawful one in its stead."""
        return [self.heard.get(self.chosen.get(text, text)) for text in self.texts]

    @property
    def final_claim(self) -> Claim:
        """The claim with the texts that were chosen."""
        if not self.chosen:
            return self.claim
        lemmas = tuple(self.chosen.get(text, text) for text in self.claim.lemmas)
        return replace(self.claim, text=self.chosen.get(self.claim.text, self.claim.text), lemmas=lemmas)

    def undecided(self, reason: Reason, detail: str) -> None:
        """Remember why; what was said first by the lowering is closer to the cause."""
        if not self.tainted and not self.excused:
            self.reason, self.detail = reason, detail

    def excuse(self, why: str) -> None:
        """A run failed that the caller may answer for: nothing is proved any more, and that is the reason."""
        self.excused, self.reason, self.detail = True, Reason.OPAQUE_CLAUSE, why

    def tried(self, item: Evidence, answer: str) -> None:
        """Keep a record of an attempt for `explain`."""
        level = word(item.point)
        self.attempts.append(Attempt(item.by, level, item.key, item.rlimit, item.seconds, answer))

    def supported(self, item: Evidence, answer: str) -> None:
        """Evidence below proof, such as tested or confirmed."""
        if item.level < For.PROVED and not self.excused:
            self.evidence.append(item)
            self.tried(item, answer)


def classified(text: str) -> Reason:
    """Which of the closed reasons a phrase of the lowering belongs to."""
    return next((reason for start, reason in REASONS if text.startswith(start)), Reason.UNSUPPORTED)
