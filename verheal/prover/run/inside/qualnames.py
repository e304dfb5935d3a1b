"""Qualified names of code objects; before Python 3.11 a code object does not know its own."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import lru_cache
from types import CodeType


def qualified(code: CodeType) -> str:
    """`Class.method`, `f.<locals>.g`: as `__qualname__` has it."""
    own = getattr(code, "co_qualname", None)
    if own is not None:
        return str(own)
    return names_in(code.co_filename).get((code.co_name, code.co_firstlineno), code.co_name)


@lru_cache(maxsize=64)
def names_in(path: str) -> dict[tuple[str, int], str]:
    """Qualified names of all code in a file, by name and first line. Empty when it cannot be compiled."""
    try:
        with open(path, "rb") as stream:
            return dict(walk(compile(stream.read(), path, "exec", dont_inherit=True), ""))
    except (OSError, SyntaxError, ValueError):
        return {}


def walk(code: CodeType, prefix: str) -> Iterator[tuple[tuple[str, int], str]]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            name = prefix + inner.co_name
            yield (inner.co_name, inner.co_firstlineno), name
            is_function = inner.co_flags & inspect.CO_OPTIMIZED
            yield from walk(inner, name + (".<locals>." if is_function else "."))
