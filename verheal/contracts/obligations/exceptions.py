"""Which handler takes which exception, and which exceptions may leave a function."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from verheal.contracts.core.stmt import Function, Handler
from verheal.contracts.core.types import BOOL
from verheal.contracts.obligations.outcome import Thrown
from verheal.contracts.obligations.record import Record

Classes = Mapping[str, tuple[str, ...]]


def matches(classes: Classes, names: tuple[str, ...] | None, exception: str | None) -> bool | None:
    """Is an exception of this class an instance of one of the names? None when that is not known."""
    if names is None or "BaseException" in names:
        return True
    if exception is None:
        return None if names else False
    if exception in names:
        return True
    known = classes.get(exception)
    if known is None:
        return None if names else False
    return any(name in known for name in names)


def split(
    record: Record, classes: Classes, handler: Handler, thrown: Thrown
) -> tuple[Thrown | None, Thrown | None]:
    """(what the handler takes, what goes on); where the class does not tell, a fresh bool does."""
    answer = matches(classes, handler.exceptions, thrown.exception)
    if answer is not None:
        return (thrown, None) if answer else (None, thrown)
    taken = record.fresh("matches", BOOL)
    missed = thrown.state.fork().under(record.terms.negate(taken))
    return replace(thrown, state=thrown.state.under(taken)), replace(thrown, state=missed)


def admitted(function: Function, classes: Classes, exception: str | None) -> bool:
    """Does the written contract allow this class to leave, or what is announced where no contract has the say?"""
    names = function.announced if function.allowed is None else function.allowed
    return bool(names) and matches(classes, names, exception) is True
