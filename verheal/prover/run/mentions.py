"""What the code of a function mentions: numbers and texts that are likely boundaries, keys that it asks dicts for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_CONSTANTS = 40
MOST_BITS = 128  # of a power that stands in the code
LONGEST_TEXT = 20
CLAUSE = re.compile(r"^\s*(?:pre|post|inv)(?:\[[^\]]*\])?:(.+)$", re.MULTILINE)

Keys = tuple[tuple[str, str | None], ...]  # what one dict is asked for: each key, and the text of its value if one is


@dataclass(frozen=True)
class Mentions:
    """Integers with their neighbours, short texts, and the keys of dicts."""

    ints: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    keys: tuple[Keys, ...] = ()


def mentioned(text: str, first: int, last: int) -> Mentions:
    """What these lines of a module mention, be it by the name of a constant or in a clause of the docstring."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return Mentions()
    nodes = [node for node in ast.walk(tree) if hasattr(node, "lineno") and first <= node.lineno <= last]
    ints: dict[int, None] = {}
    texts: dict[str, None] = {}
    for value in _values([*nodes, *_named(tree, nodes), *_clauses(nodes)]):
        match value:
            case int():
                ints.update(dict.fromkeys((value, value + 1, value - 1, -value)))
            case str() if len(value) <= LONGEST_TEXT:
                texts[value] = None
    return Mentions(tuple(ints)[:MOST_CONSTANTS], tuple(texts)[:MOST_CONSTANTS], tuple(_keys(nodes)))


def _values(nodes: list[ast.AST]) -> Iterator[int | str]:
    for node in nodes:
        match node.value if isinstance(node, ast.Constant) else _power(node):
            case bool():
                continue
            case int() | str() as value:
                yield value


def _power(node: ast.AST) -> int | None:
    """What `2**60` or `1 << 60` is: a bound that is written so."""
    match node:
        case ast.BinOp(ast.Constant(int() as base), ast.Pow(), ast.Constant(int() as power)):
            return base**power if 0 <= base <= 10 and 0 <= power <= MOST_BITS else None
        case ast.BinOp(ast.Constant(int() as base), ast.LShift(), ast.Constant(int() as power)):
            return base << power if 0 <= base <= 10 and 0 <= power <= MOST_BITS else None
        case _:
            return None


def _named(tree: ast.Module, nodes: list[ast.AST]) -> Iterator[ast.AST]:
    """The values of the module's constants that are used there."""
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in used:
                yield from ast.walk(value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if name in used:
                yield from ast.walk(value)


def _clauses(nodes: list[ast.AST]) -> Iterator[ast.AST]:
    """The syntax of the clauses that a docstring holds."""
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > LONGEST_TEXT:
            for clause in CLAUSE.findall(node.value):
                try:
                    yield from ast.walk(ast.parse(clause.strip(), mode="eval"))
                except (SyntaxError, ValueError, RecursionError):
                    continue


def _keys(nodes: list[ast.AST]) -> Iterator[Keys]:
    """Mapping patterns, and what one name is asked for by constant keys."""
    asked: dict[str, dict[str, None]] = {}
    for node in nodes:
        match node:
            case ast.MatchMapping(keys=keys, patterns=patterns):
                pairs = list(zip(keys, patterns, strict=True))
                yield tuple(
                    (k.value, _text(p)) for k, p in pairs if isinstance(k, ast.Constant) and type(k.value) is str
                )
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str() as key)):
                asked.setdefault(name, {})[key] = None
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=name), attr="get"), args=[ast.Constant(str() as key), *_]
            ):
                asked.setdefault(name, {})[key] = None
    yield from (tuple((key, None) for key in keys) for keys in asked.values())


def _text(pattern: ast.pattern) -> str | None:
    match pattern:
        case ast.MatchValue(value=ast.Constant(value=str() as text)):
            return text
        case ast.MatchOr(patterns=[first, *_]):
            return _text(first)
        case _:
            return None
