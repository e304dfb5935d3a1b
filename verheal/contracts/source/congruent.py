"""Does it carry over to a function that the functions it calls are equivalent? Said of plain cases only.

Law (congruence): a caller of the same text does the same, if all that it does with a function that changed is to call
it, in a way that both versions take for the same call, with arguments of just the types that the equivalence is about,
and if it sees nothing of what comes back but what was compared. So nothing catches an exception (messages are not
compared) or asks for identity, nothing that goes in or out has an order or parts that were left out of the comparison,
and no bool stands where an int is written.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from verheal.contracts.source.closure import Closures
from verheal.contracts.source.model import Effect, Effects, Function, ParameterKind, Repository

# Types of values of which everything that can be seen is compared, but for the identity of what never changes.
SEEN = frozenset({"int", "str", "bool", "bytes", "None", "list", "tuple", "dict", "Optional", "Union"})
BY_NAME = frozenset({ParameterKind.NORMAL, ParameterKind.POS_ONLY, ParameterKind.KW_ONLY})
TELLING = (
    ast.Try, ast.TryStar, ast.With, ast.AsyncWith, ast.Lambda, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Global,
    ast.Nonlocal, ast.Match, ast.Yield, ast.YieldFrom, ast.Await,
)  # fmt: skip
WHOLE = (ast.Add, ast.Sub, ast.Mult)
FIXED = {int: "int", str: "str", bool: "bool", bytes: "bytes"}


@dataclass(frozen=True)
class Side:
    """One version: its source, what its functions lead to, and what they may do, by key."""

    repository: Repository
    closures: Closures
    effects: Mapping[str, Effects]


def carries_over(before: Side, after: Side, key: str, changed: tuple[str, ...]) -> bool:
    """Whether a function that has the same text in both does the same because those that changed do."""
    between = _between(after.closures, key, frozenset(changed))
    if between is None or any(one.partition(":")[0] != key.partition(":")[0] for one in (*between, *changed)):
        return False
    called: dict[str, Function] = {}
    for one in (*between, *changed):
        mine, other = _plain(before, one), _plain(after, one)
        if mine is None or other is None or (mine.parameters, mine.returns) != (other.parameters, other.returns):
            return False
        called[mine.name] = mine
    if not all(_transparent(side.effects.get(one), called[_name(one)]) for side in (before, after) for one in changed):
        return False
    module = after.repository.module(key.partition(":")[0])
    if module is None or any(constant.name in called for constant in module.constants):
        return False
    texts = {node.name: node for node in ast.parse(module.text).body if isinstance(node, ast.FunctionDef)}
    return all(
        not after.closures.dynamic(one) and _name(one) in texts and _only_calls(texts[_name(one)], called)
        for one in between
    )


def _name(key: str) -> str:
    return key.partition(":")[2]


def _between(closures: Closures, key: str, changed: frozenset[str]) -> list[str] | None:
    """The functions of the same text through which it comes to those that changed; None where that is not by calls."""
    seen, pending = {key}, [key]
    above: dict[str, list[str]] = {}
    while pending:
        node = pending.pop()
        for link in closures.links(node):
            above.setdefault(link, []).append(node)
            if link not in seen and link not in changed:
                seen.add(link)
                pending.append(link)
    found: dict[str, None] = {}
    pending = [node for one in changed for node in above.get(one, ())]
    while pending:
        node = pending.pop()
        if node not in found:
            found[node] = None
            pending += above.get(node, ())
    return list(found) if all(map(closures.is_function, found)) else None


def _plain(side: Side, key: str) -> Function | None:
    """A function of a module, defined once and undecorated, of whose arguments and results everything is compared."""
    module = side.repository.module(key.partition(":")[0])
    found = [f for f in module.functions if f.qualname == _name(key)] if module is not None else []
    if len(found) != 1 or found[0].name != found[0].qualname:
        return None
    one = found[0]
    notes = [one.returns, *(p.annotation for p in one.parameters)]
    if one.decorators or one.is_async or one.is_generator or not all(map(_seen, notes)):
        return None
    return one if all(p.kind in BY_NAME for p in one.parameters) else None


def _seen(note: str | None) -> bool:
    try:
        tree = ast.parse(note or "", mode="eval")
    except SyntaxError:
        return False
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return names <= SEEN and not any(
        isinstance(node, ast.Attribute) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
        for node in ast.walk(tree)
    )


def _transparent(effects: Effects | None, function: Function) -> bool:
    """Does it write nothing but what it is given?"""
    names = {parameter.name for parameter in function.parameters}
    if effects is None or effects.level not in (Effect.PURE, Effect.MUTATES_ARGUMENTS):
        return False
    return set(effects.mutates) <= names


def _only_calls(definition: ast.FunctionDef, called: Mapping[str, Function]) -> bool:
    """Does the text only call these, with arguments of the types that are written there?"""
    inside = [node for node in ast.walk(definition) if node is not definition]
    if any(isinstance(node, (*TELLING, ast.FunctionDef, ast.AsyncFunctionDef)) for node in inside):
        return False
    if any(isinstance(node, ast.Compare) and _by_identity(node) for node in inside):
        return False
    names = [node for node in inside if isinstance(node, ast.Name)]
    if any(isinstance(node, ast.Attribute) and node.attr in called for node in inside):
        return False
    spec = definition.args
    own = {a.arg: ast.unparse(a.annotation) for a in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs) if a.annotation}
    bound = {node.id for node in names if not isinstance(node.ctx, ast.Load)}
    if bound & {*called, "len", "id"} or set(own) & {*called, "len", "id"} or any(node.id == "id" for node in names):
        return False
    own = {name: note for name, note in own.items() if name not in bound}
    calls = [n for n in inside if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id in called]
    heads = {id(call.func) for call in calls}
    if any(node.id in called and id(node) not in heads for node in names):
        return False
    return all(_fits(call, called[call.func.id], own) for call in calls if isinstance(call.func, ast.Name))


def _by_identity(node: ast.Compare) -> bool:
    """Of anything but None, True and False?"""
    sides = [node.left, *node.comparators]
    known = [isinstance(one, ast.Constant) and one.value in (None, True, False) for one in sides]
    return any(
        isinstance(op, ast.Is | ast.IsNot) and not (known[place] or known[place + 1])
        for place, op in enumerate(node.ops)
    )


def _fits(call: ast.Call, function: Function, own: Mapping[str, str]) -> bool:
    by_place = [p for p in function.parameters if p.kind is not ParameterKind.KW_ONLY]
    if any(isinstance(arg, ast.Starred) for arg in call.args) or len(call.args) > len(by_place):
        return False
    given = dict(zip((p.name for p in by_place), call.args, strict=False))
    for word in call.keywords:
        if word.arg is None or word.arg in given:
            return False
        given[word.arg] = word.value
    notes = {p.name: p.annotation for p in function.parameters}
    needed = {p.name for p in function.parameters if p.default is None}
    if not needed <= given.keys() <= notes.keys():
        return False
    return all(_is(value, notes[name] or "", own) for name, value in given.items())


def _is(value: ast.expr, note: str, own: Mapping[str, str]) -> bool:
    """Is the value of just the type that is written?"""
    match value:
        case ast.Name(id=name):
            return own.get(name) == _spelled(note)
        case ast.Constant(value=constant):
            return note == ("None" if constant is None else FIXED.get(type(constant)))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return note == "int" and _is(operand, note, own)
        case ast.BinOp(left=left, op=op, right=right) if isinstance(op, WHOLE):
            return note == "int" and _is(left, note, own) and _is(right, note, own)
        case ast.Call(func=ast.Name(id="len"), args=[_], keywords=[]):
            return note == "int"
        case _:
            return False


def _spelled(note: str) -> str:
    return ast.unparse(ast.parse(note, mode="eval"))

