"""The texts of one function's sequents, each printed once: its obligations share the lemmas of its loops."""

from __future__ import annotations

from dataclasses import dataclass, field

from verheal.contracts.core.expr import Expr
from verheal.contracts.obligations.model import Sequent
from verheal.contracts.smt.printer import Printed, has_arithmetic_on_doubles, render
from verheal.contracts.smt.slicing import apart


@dataclass
class Texts:
    """What has been printed so far: the exact text of a sequent, and a weaker one that is cheaper, or "".

    `sequents` are what the exact texts are of.
    """

    sequents: dict[str, Sequent] = field(default_factory=dict)
    _made: dict[tuple[tuple[Expr, ...], Expr], tuple[Printed, str]] = field(default_factory=dict)

    def of(self, sequent: Sequent, lawful: dict[str, str]) -> Printed:
        """The exact text. `lawful` gets one that assumes less: with the laws of doubles only where they are added and
        the like, or without assumptions on operators that the goal does not mention.

        Raises Unprintable.
        """
        key = sequent.assumptions, sequent.goal
        known = self._made.get(key)
        if known is None:
            known = self._made[key] = _printed(sequent)
        printed, laws = known
        self.sequents.setdefault(printed.text, sequent)
        if laws:
            lawful[printed.text] = laws
        return printed


def _printed(sequent: Sequent) -> tuple[Printed, str]:
    printed = render(sequent.assumptions, sequent.goal)
    if has_arithmetic_on_doubles(sequent.assumptions, sequent.goal):
        return printed, render(sequent.assumptions, sequent.goal, lawful=True).text
    fewer = apart(sequent.assumptions, sequent.goal)
    return printed, render(fewer, sequent.goal).text if len(fewer) < len(sequent.assumptions) else ""
