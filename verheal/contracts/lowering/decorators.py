"""Decorators under which a function's own body is still what runs, so that it can be judged; for calls they are opaque.

Law of `contextlib.contextmanager`: the body runs up to its `yield`, then the block; what the block raises, of whatever
class, is raised at the `yield`. Law of `functools.lru_cache` and `cache`: the arguments are hashed, then the body runs,
or a result that it once gave is given again. Law of `functools.cached_property`: the body runs, once for each object.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.types import alternatives
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.known_calls import hashable
from verheal.contracts.lowering.program import External, Program
from verheal.contracts.source.model import Function

MANAGER = "contextlib.contextmanager"
CACHES = ("functools.lru_cache", "functools.cache")
CACHED_PROPERTY = "functools.cached_property"


def runs_body(program: Program, function: Function, decorator: str, definition: ast.FunctionDef) -> bool:
    """Is the body still what a call of the decorated function comes to?"""
    match program.attribute(function.module, decorator.partition("(")[0]):
        case External(dotted) if dotted == MANAGER:
            return function.is_generator
        case External(dotted) if dotted in CACHES:
            return not function.is_generator and function.class_name is None and _hashed(program, function, definition)
        case External(dotted):
            return dotted == CACHED_PROPERTY and not function.is_generator
        case _:
            return False


def is_manager(program: Program, function: Function) -> bool:
    """Is it made a context manager?"""
    return any(
        program.attribute(function.module, text.partition("(")[0]) == External(MANAGER) for text in function.decorators
    )


def _hashed(program: Program, function: Function, definition: ast.FunctionDef) -> bool:
    """Are the arguments of types whose hash never fails?"""
    spec, reader = definition.args, Reader(program, function.module)
    if spec.vararg is not None or spec.kwarg is not None:
        return False
    own = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs]
    kinds = [reader.type_of(one.annotation, deep=True) for one in own if one.annotation is not None]
    return len(kinds) == len(own) and all(hashable(part) for kind in kinds for part in alternatives(kind))
