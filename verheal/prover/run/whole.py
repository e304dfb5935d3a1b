"""Integers of any size as text and back. CPython refuses to convert more than 4300 digits, and verheal must not lift
that limit: whether a program keeps it is part of what the program does.
"""

from __future__ import annotations

import ast
import copy
import math

MOST_BITS = 14_000  # of an int written in decimal: below the limit of 4300 digits
SHORT_BITS = 128  # up to here decimal digits are what people want to see
CHUNK = 4000
NEAR = 10**9


def read(digits: str) -> int:
    """The integer of decimal digits, however many. Raises ValueError for anything else."""
    text = digits.strip()
    negative = text.startswith("-")
    text = text.removeprefix("-")
    if not (text.isascii() and text.isdigit()):
        raise ValueError("not an integer")
    value = 0
    for at in range(0, len(text), CHUNK):
        part = text[at : at + CHUNK]
        value = value * 10 ** len(part) + int(part)
    return -value if negative else value


def written(value: int) -> str:
    """A short expression for the integer: what lies near a large power is written by it.

    post: eval(__return__) == value
    """
    if value.bit_length() <= SHORT_BITS:
        return repr(value)
    bits = abs(value).bit_length() - 1
    for base, exponent in ((10, int(bits * math.log10(2))), (2, bits)):
        for power in (exponent, exponent + 1):
            rest = abs(value) - base**power
            if abs(rest) <= NEAR:
                return _near(value < 0, f"{base} ** {power}", rest)
    return repr(value) if bits < MOST_BITS else hex(value)


def _near(negative: bool, power: str, rest: int) -> str:
    rest = -rest if negative else rest
    tail = f" {'+' if rest > 0 else '-'} {abs(rest)}" if rest else ""
    return f"{'-' if negative else ''}{power}{tail}"


def unparse(tree: ast.AST) -> str:
    """`ast.unparse` for integers of any size too. Raises RecursionError for what is nested too deeply."""
    try:
        return ast.unparse(tree)
    except ValueError:  # an int of too many digits
        short: ast.AST = _Short().visit(copy.deepcopy(tree))
        return ast.unparse(short)


class _Short(ast.NodeTransformer):
    """What cannot be printed as a number stands as a name that reads like the number."""

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if type(node.value) is not int or node.value.bit_length() < MOST_BITS:
            return node
        return ast.copy_location(ast.Name(f"({written(node.value)})", ast.Load()), node)
