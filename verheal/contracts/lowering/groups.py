"""Groups of a match whose pattern is plain to see: which there are, and which are part of every match.

Law (library reference, "re"): `m.group(g)` raises IndexError where the pattern has no group g, and gives a str where g
took part in the match. A group does in every match if it stands in no branch, no assertion and no repetition that may
run not at all.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from functools import cache
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from verheal.contracts.lowering.access import is_local
from verheal.contracts.lowering.bindings import ConstantRef, External
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import Program

LONGEST = 5_000
MATCHING = frozenset({"match", "search", "fullmatch"})
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
Groups = tuple[frozenset[int | str], frozenset[int | str]]


def groups_of(f: Frame, match: ast.expr) -> Groups | None:
    """(all groups, those of every match) of what the variable holds where it is no None; None where it is not plain."""
    source = _bound_once(f, match.id) if isinstance(match, ast.Name) else None
    if not isinstance(source, ast.Call) or not isinstance(source.func, ast.Attribute):
        return None
    if source.func.attr not in MATCHING:
        return None
    found = _module_call(f, source) or _pattern(f, source.func.value)
    return None if found is None else _groups(*found)


def _bound_once(f: Frame, name: str) -> ast.expr | None:
    """What the only assignment to a local variable gives it."""
    try:
        function, _ = f.round.program.function_node(f.module, f.qualname)
    except KeyError:
        return None
    values: list[ast.expr | None] = []
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                values.append(value)
            case ast.NamedExpr(target=ast.Name(id=found), value=value) if found == name:
                values.append(value)
            case ast.Name(id=found, ctx=ast.Store() | ast.Del()) if found == name:
                values.append(None)  # each of those above once more
            case ast.arg(arg=found) | ast.ExceptHandler(name=found) | ast.MatchAs(name=found) if found == name:
                return None
            case ast.MatchStar(name=found) | ast.MatchMapping(rest=found) if found == name:
                return None
            case ast.Global(names=names) | ast.Nonlocal(names=names) if name in names:
                return None
            case ast.FunctionDef(name=found) | ast.ClassDef(name=found) if found == name:
                return None
            case ast.alias(name=found, asname=other) if (other or found) == name:
                return None
    return values[0] or values[1] if len(values) == 2 else None


def _module_call(f: Frame, node: ast.Call) -> tuple[str, int] | None:
    """re.match(pattern, text)"""
    assert isinstance(node.func, ast.Attribute)
    if f.meaning(ast.unparse(node.func)) != External(f"re.{node.func.attr}") or is_local(f, "re"):
        return None
    if len(node.args) not in (2, 3) or node.keywords or not isinstance(node.func.value, ast.Name):
        return None
    return _compiled(f.round.program, f.module, None, [node.args[0], *node.args[2:]])


def _pattern(f: Frame, node: ast.expr) -> tuple[str, int] | None:
    """A constant of a module, or of the class of `self` which nobody sets or defines anew."""
    program = f.round.program
    match node:
        case ast.Name(id=name) if not is_local(f, name):
            found = f.meaning(name)
            if not isinstance(found, ConstantRef) or found.constant.rebound or found.constant.value is None:
                return None
            return _call(program, found.module, None, found.constant.value)
        case ast.Attribute(value=ast.Name(id="self"), attr=name) if _is_own(f) and not _is_set(f, name):
            assert f.owner is not None
            family = {k for one in (f.owner, *program.subclasses(f.owner)) for k in program.describe(one).chain}
            held = [(k, i.default) for k in sorted(family) for i in program.classes[k].fields if i.name == name]
            if len(held) != 1 or held[0][1] is None or f.owner not in (held[0][0], *program.subclasses(held[0][0])):
                return None
            return _call(program, held[0][0].partition(":")[0], held[0][0], held[0][1])
        case _:
            return None


def _is_own(f: Frame) -> bool:
    """Is `self` the object of the method, for good?"""
    known = f.round.program.modules[f.module].function(f.qualname)
    if f.owner is None or known is None or known.is_static or known.is_class:
        return False
    function, _ = f.round.program.function_node(f.module, f.qualname)
    spec = function.args
    stored = (n for n in ast.walk(function) if isinstance(n, ast.Name) and n.id == "self")
    first = [*spec.posonlyargs, *spec.args][:1]
    return [one.arg for one in first] == ["self"] and all(isinstance(n.ctx, ast.Load) for n in stored)


def _is_set(f: Frame, name: str) -> bool:
    assert f.owner is not None
    program = f.round.program
    if program.describe(f.owner).opaque or name in program.stores() or program.deleted(f.owner, name):
        return True
    return program.stored(f.owner, name) or program.replaced(f.owner, name)


def _call(program: Program, module: str, owner: str | None, source: str) -> tuple[str, int] | None:
    tree = ast.parse(source, mode="eval").body
    if not isinstance(tree, ast.Call) or tree.keywords or len(tree.args) not in (1, 2):
        return None
    if program.attribute(module, ast.unparse(tree.func)) != External("re.compile"):
        return None
    return _compiled(program, module, owner, tree.args)


def _compiled(program: Program, module: str, owner: str | None, args: list[ast.expr]) -> tuple[str, int] | None:
    text = _text(program, module, owner, args[0], 8)
    flags = _flags(program, module, args[1]) if len(args) == 2 else 0
    return None if text is None or flags is None or len(text) > LONGEST else (text, flags)


def _text(program: Program, module: str, owner: str | None, node: ast.expr, depth: int) -> str | None:
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.BinOp(left=left, op=ast.Add(), right=right) if depth:
            parts = [_text(program, module, owner, side, depth - 1) for side in (left, right)]
            return None if None in parts else "".join(part or "" for part in parts)
        case ast.Name(id=name) if depth:
            own = [] if owner is None else [i for i in program.classes[owner].fields if i.name == name]
            if own:
                value = ast.parse(own[0].default or "None", mode="eval").body
                plain = len(own) == 1 and name not in program.stores() and _assigned_once(program, str(owner), name)
                return _text(program, module, owner, value, depth - 1) if plain else None
            found = program.binding(module, name)
            if not isinstance(found, ConstantRef) or found.constant.rebound or found.constant.value is None:
                return None
            value = ast.parse(found.constant.value, mode="eval").body
            return _text(program, found.module, None, value, depth - 1)
        case _:
            return None


def _assigned_once(program: Program, owner: str, name: str) -> bool:
    node = program.class_node(owner)
    names = [n for n in ast.walk(node) if isinstance(n, ast.Name) and n.id == name] if node is not None else []
    return sum(not isinstance(n.ctx, ast.Load) for n in names) == 1


def _flags(program: Program, module: str, node: ast.expr) -> int | None:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            one, other = _flags(program, module, left), _flags(program, module, right)
            return None if one is None or other is None else one | other
        case ast.Name() | ast.Attribute():
            found = program.attribute(module, ast.unparse(node))
            flag = getattr(re, found.dotted.removeprefix("re."), None) if isinstance(found, External) else None
            return int(flag) if isinstance(flag, re.RegexFlag) else None
        case _:
            return None


@cache
def _groups(pattern: str, flags: int) -> Groups | None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            tree = _parser.parse(pattern, flags)
        except (re.error, OverflowError, RecursionError, ValueError, Warning, MemoryError):
            return None
    names = {number: name for name, number in tree.state.groupdict.items()}
    always = {0, *_sure(tree)}
    every = set(range(tree.state.groups))
    return (
        frozenset([*every, *names.values()]),
        frozenset([*always, *(name for number, name in names.items() if number in always)]),
    )


def _sure(tree: Any) -> Iterator[int]:
    """The numbers of the groups that take part in every match."""
    for op, argument in tree:
        if op is _constants.SUBPATTERN:
            if argument[0] is not None:
                yield argument[0]
            yield from _sure(argument[3])
        elif op in REPEATS and argument[0] > 0:
            yield from _sure(argument[2])
        elif op is _constants.ATOMIC_GROUP:
            yield from _sure(argument)
