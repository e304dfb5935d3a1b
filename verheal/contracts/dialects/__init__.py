"""Contracts from how people write them: asserts, PEP 316, icontract, deal, Nagini, annotations.

Nothing is imported or run to be read. A condition that cannot be read is kept as a clause with a reason.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass

from verheal.contracts.dialects import annotated, asserts, datamodel, deal, icontract, nagini, pep316
from verheal.contracts.dialects.asserts import loop_candidates
from verheal.contracts.dialects.context import Ancestor, Context, Function, Resolve, Subject
from verheal.contracts.dialects.model import (
    Clause,
    Contract,
    ContractProblem,
    Exceptional,
    Raises,
)

__all__ = [
    "DIALECTS",
    "Ancestor",
    "Clause",
    "Context",
    "Contract",
    "ContractProblem",
    "Dialect",
    "Exceptional",
    "Raises",
    "loop_candidates",
    "read_contract",
    "read_invariants",
]


@dataclass(frozen=True)
class Dialect:
    """One notation: how a function's contract and a class's invariants are read from it."""

    name: str
    read: Callable[[Subject], Contract]
    invariants: Callable[[ast.ClassDef, tuple[Ancestor, ...], Context], tuple[Clause, ...]] | None


# In the order in which CPython checks them: decorators run before the body's asserts.
DIALECTS: tuple[Dialect, ...] = (
    Dialect("icontract", icontract.read, icontract.class_invariants),
    Dialect("deal", deal.read, deal.class_invariants),
    Dialect("pep316", pep316.read, pep316.class_invariants),
    Dialect("nagini", nagini.read, None),
    Dialect("assert", asserts.read, None),
    Dialect("annotated", annotated.read, None),
    Dialect("datamodel", datamodel.read, None),
)


def read_contract(
    module: ast.Module,
    function: Function,
    cls: ast.ClassDef | None,
    resolve: Resolve,
    ancestors: tuple[ast.ClassDef | Ancestor, ...] = (),
) -> Contract:
    """All that is written about `function`, a node of `module`, in every dialect.

    `resolve` gives the dotted origin of an imported name and None for every other name. `ancestors` are the
    classes above `cls` without `object`, nearest first; one of another module is given as an Ancestor with
    its Context.
    """
    context = Context(module, resolve)
    subject = Subject(function, cls, _ancestors(ancestors, context), context)
    contract = Contract()
    for dialect in DIALECTS:
        contract = _joined(contract, dialect.read(subject))
    return contract


def read_invariants(
    module: ast.Module,
    cls: ast.ClassDef,
    resolve: Resolve,
    ancestors: tuple[ast.ClassDef | Ancestor, ...] = (),
) -> tuple[Clause, ...]:
    """The invariants of a class, its own and inherited ones, whichever method must keep them."""
    context = Context(module, resolve)
    above = _ancestors(ancestors, context)
    readers = [dialect.invariants for dialect in DIALECTS if dialect.invariants is not None]
    return tuple(clause for reader in readers for clause in reader(cls, above, context))


def _ancestors(ancestors: tuple[ast.ClassDef | Ancestor, ...], context: Context) -> tuple[Ancestor, ...]:
    return tuple(a if isinstance(a, Ancestor) else Ancestor(a, context) for a in ancestors)


def _joined(first: Contract, second: Contract) -> Contract:
    return Contract(
        requires=(*first.requires, *second.requires),
        ensures=(*first.ensures, *second.ensures),
        raises=deal.stricter(first.raises, second.raises),
        exceptional=(*first.exceptional, *second.exceptional),
        pure=first.pure or second.pure,
        modifies=first.modifies if second.modifies is None else second.modifies,
        invariants_of_class=(*first.invariants_of_class, *second.invariants_of_class),
        leading_asserts=(*first.leading_asserts, *second.leading_asserts),
        problems=(*first.problems, *second.problems),
    )
