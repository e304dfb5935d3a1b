"""Sideways changes of a call that counted: what met the preconditions once is nearly met again."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from types import EllipsisType

from verheal.prover.run.edits import Path, literal_paths, node_at, parse, put, spelled

Literal = str | bytes | bool | int | float | complex | EllipsisType | None
STEPS = (1, 1, 2, 3)  # changes of one call
LONGEST_TEXT = 1000
DIGITS = re.compile(r"[0-9]+")
EXPONENTS = (400, 5000)
OUTER = 0.6
TOO_MANY = 5000  # digits, of which `int` takes 4300


def mutated(call: str, random: Random) -> str:
    """The call with a few literals changed a little; the same text when there is nothing to change."""
    tree = parse(call)
    if tree is None:
        return call
    said = _said(tree)
    for _ in range(random.choice(STEPS)):
        _change(tree, said, random)
    return spelled(tree) or call


def lengthened(call: str, random: Random) -> str | None:
    """The call with a number in one of its texts written with more digits than `int` takes; None where none has one."""
    tree = parse(call)
    places = [] if tree is None else list(literal_paths(tree))
    found = [path for path in places if tree is not None and _has_digits(node_at(tree, path))]
    if tree is None or not found:
        return None
    path = random.choice(found)
    text = node_at(tree, path).value
    number = random.choice(list(DIGITS.finditer(text)))
    digits: ast.expr = ast.BinOp(ast.Constant("1"), ast.Mult(), ast.Constant(TOO_MANY))
    if number.start():
        digits = ast.BinOp(ast.Constant(text[: number.start()]), ast.Add(), digits)
    if rest := text[number.end() :]:
        digits = ast.BinOp(digits, ast.Add(), ast.Constant(rest))
    put(tree, path, digits)
    return spelled(tree)


def widened(call: str, random: Random) -> str | None:
    """The call with one of its ints so big that it has no float, or too many digits to be written; None without one."""
    tree = parse(call)
    places = [] if tree is None else [path for path in literal_paths(tree) if _is_int(tree, path)]
    if tree is None or not places:
        return None
    big = ast.BinOp(ast.Constant(10), ast.Pow(), ast.Constant(random.choice(EXPONENTS)))
    least = min(map(len, places))  # of the arguments themselves, rather than within the objects
    if random.random() < OUTER:
        places = [path for path in places if len(path) == least]
    put(tree, random.choice(places), big)
    return spelled(tree)


def _is_int(tree: ast.Expression, path: Path) -> bool:
    """Whether an int stands there that is an input by itself: no exponent, and no count of what is made."""
    match node_at(tree, path[:-1]), node_at(tree, path):
        case (ast.BinOp(), _) | (ast.Call(func=ast.Name(id="range")), _):
            return False
        case _, ast.Constant(value=value):
            return type(value) is int
        case _:
            return False


def _has_digits(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(DIGITS.search(node.value))


def _change(tree: ast.Expression, said: Mapping[type, Sequence[Literal]], random: Random) -> None:
    places = list(literal_paths(tree))
    random.shuffle(places)
    for path in places[:4]:
        options = list(_sideways(node_at(tree, path), said, random))
        if options:
            put(tree, path, random.choice(options))
            return


def _said(tree: ast.Expression) -> Mapping[type, Sequence[Literal]]:
    """The values of the literals in the call, by type: an equal one in another place often matters."""
    found: dict[type, list[Literal]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            found.setdefault(type(node.value), []).append(node.value)
    return found


def _sideways(node: ast.AST, said: Mapping[type, Sequence[Literal]], random: Random) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(value=value):
            yield from (ast.Constant(one) for one in _near(value, random))
            if value is not None:
                yield ast.Constant(random.choice(said[type(value)]))
        case ast.List(elts=items) if items:
            yield from (ast.List(elts=changed, ctx=ast.Load()) for changed in _rearranged(items, random))
        case ast.Tuple(elts=[*steps, ast.Name() as made]) if steps and all(isinstance(s, ast.Call) for s in steps):
            for changed in _rearranged(steps, random):  # the history of an object
                yield ast.Tuple(elts=[*changed, made], ctx=ast.Load())
        case ast.Dict(keys=keys, values=values) if len(keys) > 1:
            one, other = random.sample(range(len(keys)), 2)
            yield ast.Dict(keys=keys, values=[values[other] if at == one else v for at, v in enumerate(values)])
            yield ast.Dict(keys=keys[:one] + keys[one + 1 :], values=values[:one] + values[one + 1 :])
            yield ast.Dict(keys=keys[::-1], values=values[::-1])


def _near(value: Literal, random: Random) -> tuple[Literal, ...]:
    match value:
        case bool():
            return (not value,)
        case int():
            return (value + 1, value - 1, -value, value * 2, random.randint(-9, 9))
        case float():
            return (value + 1.0, -value, value / 2, 0.0)
        case str() if len(value) < LONGEST_TEXT:
            at = random.randint(0, len(value))
            shorter, longer = value[:at] + value[at + 1 :], value[:at] + "a" + value[at:]
            return (value + value[:1], shorter, longer, value[::-1], value + value)
        case _:
            return ()


def _rearranged(items: list[ast.expr], random: Random) -> Iterator[list[ast.expr]]:
    """One item less, one twice, another order, one moved."""
    at, to = random.randrange(len(items)), random.randrange(len(items))
    rest = items[:at] + items[at + 1 :]
    yield from (rest, [*items, items[at]], items[::-1], items[at:] + items[:at])
    yield [*rest[:to], items[at], *rest[to:]]
    yield [items[at] if index == to else item for index, item in enumerate(items)]
