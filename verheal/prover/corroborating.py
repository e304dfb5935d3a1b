"""A second, independent solver on the texts of what is proved: what it confirms is corroborated.

It catches errors of the first solver, never a wrong encoding: both are asked the same text.
"""

from __future__ import annotations

from collections.abc import Sequence

from verheal.proofs.kernel import ContradictionError, prove
from verheal.prover.clock import Clock
from verheal.prover.portfolio import solver_evidence
from verheal.prover.solving import Solving, word
from verheal.prover.work import Work


def corroborate(solving: Solving, works: Sequence[Work], clock: Clock) -> None:
    """Asks cvc5 about every proof, in order, while the function has CPU seconds left.

    A text that it does not decide leaves the proof as it was. One that it calls satisfiable contradicts the proof:
    both stay on record, so that the run ends as an error of verheal's own. Raises ImportError without cvc5.
    """
    for work in works:
        if work.proved is not None and clock.left() > 0:
            _hear(solving, work)
            _mint(work)


def _hear(solving: Solving, work: Work) -> None:
    claim = work.final_claim
    for text in (claim.text, *claim.lemmas):
        answer = work.second[text] = solving.second(text)
        work.tried(solver_evidence(answer, text), " ".join(answer.answer.split()))
        if word(answer) != "unsat":
            return  # one missing link is enough


def _mint(work: Work) -> None:
    try:
        work.proved = prove(work.final_claim, (*work.heard.values(), *work.second.values()), work.run)
    except ContradictionError as error:
        work.evidence.append(error.found.opposing)
