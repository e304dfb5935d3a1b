"""An argument that is iterated at once, as a list: generators, maps, ranges, tuples, dicts, strings."""

from __future__ import annotations

import ast

from verheal.contracts.core.build import either
from verheal.contracts.core.expr import TRUE
from verheal.contracts.core.types import (
    BoolT,
    DictT,
    FloatT,
    IntT,
    ListT,
    NeverT,
    NoneT,
    SetT,
    StrT,
    TupleT,
    UnionT,
)
from verheal.contracts.lowering import collections_read, equivalents, library
from verheal.contracts.lowering.access import is_local
from verheal.contracts.lowering.comprehensions import comprehension, hidden
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import External
from verheal.contracts.lowering.values import BOTTOM, Val

LAZY = frozenset({"range", "enumerate", "zip", "reversed"})
BARE = NoneT | IntT | BoolT | FloatT  # nothing runs over these
VIEWS = frozenset({"keys", "values", "items"})


def builtin_name(f: Frame, node: ast.expr) -> str:
    """The builtin that a name stands for here, or ""."""
    if not isinstance(node, ast.Name) or is_local(f, node.id):
        return ""
    match f.meaning(node.id):
        case External(dotted) if dotted.startswith("builtins."):
            return dotted.removeprefix("builtins.")
        case _:
            return ""


def is_lazy(f: Frame, node: ast.expr) -> bool:
    """Is it an iterator or view that exists only to be run over?"""
    match node:
        case ast.GeneratorExp():
            return True
        case ast.Call(func=ast.Attribute(attr=name), args=[], keywords=[]):
            return name in VIEWS
        case ast.Call(func=func):
            made = builtin_name(f, func) in LAZY or generator(f, node) is not None
            return made or bool(equivalents.iterator(f, node))
        case _:
            return False


def generator(f: Frame, node: ast.expr) -> ast.GeneratorExp | None:
    """The generator expression that a generator, map(f, xs) or filter(f, xs) is; else None."""
    if isinstance(node, ast.GeneratorExp):
        return node
    if not isinstance(node, ast.Call) or node.keywords or len(node.args) != 2:
        return None
    name = builtin_name(f, node.func)
    if name not in ("map", "filter") or any(isinstance(arg, ast.Starred) for arg in node.args):
        return None
    function, items = node.args
    target, body = applied(function)
    if body is None or not isinstance(target, ast.Name):
        return None
    item = ast.Name(target.id, ast.Load())
    gen = ast.comprehension(target, items, [] if name == "map" else [body], 0)
    made = ast.GeneratorExp(body if name == "map" else item, [gen])
    for inner in ast.walk(made):
        if isinstance(inner, ast.expr) and not hasattr(inner, "lineno"):
            ast.copy_location(inner, node)
    return made


def applied(function: ast.expr) -> tuple[ast.expr, ast.expr | None]:
    """(variable, the function applied to it) of a lambda of one plain parameter or of a plain name."""
    match function:
        case ast.Lambda(
            args=ast.arguments(
                posonlyargs=[], args=[ast.arg(arg=name)], vararg=None, kwonlyargs=[], kwarg=None, defaults=[]
            ),
            body=body,
        ):
            return ast.Name(name, ast.Store()), body
        case ast.Name():
            return ast.Name("item'", ast.Store()), ast.Call(function, [ast.Name("item'", ast.Load())], [])
        case _:
            return function, None


def display(node: ast.expr) -> ast.expr:
    """A list written out where only its items matter: the tuple of them, whose length is known."""
    if not isinstance(node, ast.List) or any(isinstance(item, ast.Starred) for item in node.elts):
        return node
    return ast.copy_location(ast.Tuple(node.elts, ast.Load()), node)


def listed(f: Frame, node: ast.expr) -> Val | None:
    """The argument as a list: itself, or a new list of what it yields; None when it is not iterable here."""
    found = generator(f, node)
    if found is not None:
        return comprehension(f, found)
    if (template := equivalents.iterator(f, node)) and isinstance(node, ast.Call):
        return equivalents.items(f, template, node)
    if is_lazy(f, node):
        return _copied(f, node, node)
    from verheal.contracts.lowering.expressions import lower

    return as_list(f, lower(f, node), node)


def as_list(f: Frame, value: Val, node: ast.expr) -> Val | None:
    """A value as a list: itself, or a new list of its items."""
    if isinstance(value.type, ListT | NeverT):
        return value
    if isinstance(value.type, BARE):
        f.fail_if(TRUE, "TypeError", node)
        return BOTTOM
    if (inside := collections_read.as_list(f, value)) is not None:
        return inside
    if (octets := library.items(f, value)) is not None:
        return octets
    if isinstance(value.type, UnionT) or collections_read.cases(f, value) is not None:
        return _any_as_list(f, value, node)
    if not isinstance(value.type, TupleT | StrT | DictT | SetT):
        return None
    name = f"{hidden(f, node)}a"
    f.assign(name, value)
    made = _copied(f, ast.copy_location(ast.Name(name, ast.Load()), node), node)
    f.env.pop(name, None)
    return made


def _any_as_list(f: Frame, value: Val, node: ast.expr) -> Val | None:
    """Each case of a value as a list; TypeError where it is one that nothing can run over."""
    from verheal.contracts.lowering.expressions import members

    cases = members(f, f.name_value(value))
    f.fail_if(either(*(test for test, one in cases if isinstance(one.type, BARE))), "TypeError", node)
    good = [(test, one) for test, one in cases if not isinstance(one.type, BARE)]
    unknown: list[Val] = []

    def listed_case(one: Val) -> Val:
        found = as_list(f, one, node)
        unknown.extend([] if found is not None else [one])
        return found or BOTTOM

    def go(index: int) -> Val:
        test, one = good[index]
        if index == len(good) - 1:
            return listed_case(one)
        return f.branch(test, lambda: listed_case(one), lambda: go(index + 1)) or BOTTOM

    made = go(0) if good else BOTTOM
    return made if not unknown and isinstance(made.type, ListT | NeverT) else None


def _copied(f: Frame, items: ast.expr, node: ast.expr) -> Val:
    item = ast.Name("item'", ast.Load())
    gen = ast.comprehension(ast.Name("item'", ast.Store()), items, [], 0)
    made = ast.ListComp(item, [gen])
    for inner in (made, item, gen.target):
        ast.copy_location(inner, node)
    return comprehension(f, made)
