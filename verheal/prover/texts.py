"""The texts of one function's sequents, each printed once: its obligations share the lemmas of its loops."""

from __future__ import annotations

from dataclasses import dataclass, field

from verheal.contracts.core.expr import Expr
from verheal.contracts.obligations.model import Sequent
from verheal.contracts.smt.printer import Printed, has_arithmetic_on_doubles, render


@dataclass
class Texts:
    """What has been printed so far: the exact text of a sequent and, for doubles, the lawful one or ""."""

    _made: dict[tuple[tuple[Expr, ...], Expr], tuple[Printed, str]] = field(default_factory=dict)

    def of(self, sequent: Sequent, lawful: dict[str, str]) -> Printed:
        """The exact text; where doubles are added and the like, the one with their laws only goes to `lawful`.

        Raises Unprintable.
        """
        key = sequent.assumptions, sequent.goal
        known = self._made.get(key)
        if known is None:
            known = self._made[key] = _printed(sequent)
        printed, laws = known
        if laws:
            lawful[printed.text] = laws
        return printed


def _printed(sequent: Sequent) -> tuple[Printed, str]:
    printed = render(sequent.assumptions, sequent.goal)
    if not has_arithmetic_on_doubles(sequent.assumptions, sequent.goal):
        return printed, ""
    return printed, render(sequent.assumptions, sequent.goal, lawful=True).text
