"""Calls that stand in a module with literal arguments, in its code or its doctests: inputs that somebody meant."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

MOST = 12  # of one callee
LONGEST = 120  # characters
PROMPT = re.compile(r"^[ \t]*>>> (.+)$", re.MULTILINE)


def examples_in(text: str) -> Mapping[str, tuple[str, ...]]:
    """The texts of the arguments, by the last name of what is called.

    >>> examples_in("x = Version('1.0')\\ny = m.Version('2', dev=True)\\nVersion(x)")
    {'Version': ("'1.0'", "'2', dev=True")}
    """
    found: dict[str, dict[str, None]] = {}
    for source in (text, *PROMPT.findall(text)):
        for name, arguments in _calls(source):
            known = found.setdefault(name, {})
            if len(known) < MOST and len(arguments) <= LONGEST:
                known[arguments] = None
    return {name: tuple(arguments) for name, arguments in found.items()}


def _calls(source: str) -> Iterator[tuple[str, str]]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            given = [*node.args, *(one.value for one in node.keywords)]
            if given and all(map(_is_literal, given)) and all(one.arg for one in node.keywords):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                words = [ast.unparse(one) for one in node.args]
                yield name, ", ".join([*words, *(f"{one.arg}={ast.unparse(one.value)}" for one in node.keywords)])


def _is_literal(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except (ValueError, TypeError, RecursionError, MemoryError):
        return False
    return True
