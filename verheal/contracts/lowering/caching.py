"""Calls of functions decorated by `functools.lru_cache` or `functools.cache`.

Law (documentation of functools): a call gives what an earlier call with equal, hashable arguments gave, if that is
still kept, else the function runs. Arguments of the types below are equal only where they are the same value, so that
what comes back, and what leaves, is from a run of the function on these very arguments, this one or an earlier one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verheal.contracts.core.expr import FALSE
from verheal.contracts.core.stmt import Assume
from verheal.contracts.core.types import BOOL, NeverT, Type
from verheal.contracts.lowering.annotations import exact_key
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.library_entries import replaced
from verheal.contracts.lowering.program import External, Program
from verheal.contracts.lowering.values import BOTTOM, Val

CACHES = ("functools.lru_cache", "functools.cache")


def is_cache(program: Program, module: str, decorator: str) -> bool:
    """Does the decorator keep results?"""
    found = program.attribute(module, decorator.partition("(")[0])
    return isinstance(found, External) and found.dotted in CACHES and not replaced(program, found.dotted)


def exact(f: Frame, values: Iterable[Val]) -> bool:
    """Are equal arguments of these types the same?"""
    return all(exact_key(f.resolve(value.type)) for value in values)


def either_way(f: Frame, run: Callable[[], Val]) -> Val:
    """The function runs, or what an earlier run gave comes back: some value of the type that this run would give."""
    f.round.assumptions.setdefault("library-as-documented")
    kinds: list[Type] = []

    def fresh() -> Val:
        value = run()
        kinds.append(value.type)
        return value

    def kept() -> Val:
        if not kinds or isinstance(kinds[0], NeverT):
            f.emit(Assume(FALSE, "no run of it returned"))
            f.round.dead = True
            return BOTTOM
        return f.havoc(kinds[0], "kept")

    return f.branch(f.havoc(BOOL, "runs").expr, fresh, kept) or BOTTOM
