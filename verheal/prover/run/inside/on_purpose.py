"""Calls of functions that never return: written like `raise`, and as deliberate."""

from __future__ import annotations

from collections.abc import Iterator
from types import CodeType, FrameType
from typing import Any

from .records import HERE, frames

NEVER = ("NoReturn", "Never")


def given_up(error: BaseException, code: CodeType | None) -> bool:
    """Whether the exception came out of a function annotated `NoReturn` that `code` itself had called."""
    stack = [frame for frame, _ in frames(error.__traceback__) if not frame.f_code.co_filename.startswith(HERE)]
    own = [index for index, frame in enumerate(stack) if frame.f_code is code]
    if not own or own[-1] + 1 >= len(stack):
        return False
    return any(never_returns(one) for one in functions_of(stack[own[-1] + 1]))


def functions_of(frame: FrameType) -> Iterator[Any]:
    """The function that runs in the frame, where it can be found: a method of its first argument, or a global."""
    code = frame.f_code
    first = frame.f_locals.get(code.co_varnames[0]) if code.co_argcount else None
    owner = first if isinstance(first, type) else type(first)
    for found in (*(vars(kind).get(code.co_name) for kind in owner.__mro__), frame.f_globals.get(code.co_name)):
        inner = getattr(found, "__func__", found)
        if getattr(inner, "__code__", None) is code:
            yield inner


def never_returns(function: Any) -> bool:
    written = getattr(function, "__annotations__", {}).get("return", "")
    return str(written).rsplit(".", 1)[-1].strip("'\"") in NEVER
