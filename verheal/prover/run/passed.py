"""What `**more` of a constructor stands for: keywords of the constructor above, to which it is handed on."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from textwrap import dedent

from verheal.contracts.source.model import Function, ParameterKind
from verheal.prover.run.shapes import Param

BY_NAME = (ParameterKind.NORMAL.value, ParameterKind.KW_ONLY.value)


def handed_on(text: str, function: Function, own: Sequence[Param], above: Sequence[Param]) -> tuple[Param, ...]:
    """The parameters of a constructor, its `**more` with those of the one above that it may hold.

    `text` is that of the module, `own` are the parameters of the constructor and `above` those of the one above.
    """
    more = next((one.name for one in own if one.kind == ParameterKind.VAR_KW.value), None)
    call = None if more is None else _call_above(text, function, more)
    if call is None or any(isinstance(one, ast.Starred) for one in call.args):
        return tuple(own)
    said = {one.name for one in own} | {word.arg for word in call.keywords}
    free = tuple(one for one in above[len(call.args) :] if one.kind in BY_NAME and one.name not in said)
    return tuple(replace(one, passed=free) if one.name == more else one for one in own)


def _call_above(text: str, function: Function, more: str) -> ast.Call | None:
    """`super().__init__(..., **more)`"""
    lines = text.splitlines()[function.span.line - 1 : function.span.end_line]
    try:
        tree = ast.parse(dedent("\n".join(lines)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name("super")), attr="__init__"), keywords=words):
                if any(word.arg is None and ast.unparse(word.value) == more for word in words):
                    return node
    return None
