"""Names inside one expression: which are free, and replacing them without capture."""

from __future__ import annotations

import ast
import copy
from collections.abc import Mapping

_Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp


class Unreadable(Exception):
    """The condition's meaning at run time cannot be said as one expression; the message is the reason."""


def free_names(expression: ast.expr) -> frozenset[str]:
    """Names that `expression` reads from its surroundings (not of its own comprehensions and lambdas)."""
    finder = _Replacer({})
    finder.run(expression)
    return frozenset(finder.free)


def replace_names(expression: ast.expr, by: Mapping[str, ast.expr]) -> ast.expr:
    """`expression` with every free name in `by` replaced.

    Raises Unreadable for a walrus, `await` or `yield`, and where a name bound inside would capture a
    replacement.
    """
    return ast.fix_missing_locations(_Replacer(by).run(expression))


def source_of(expression: ast.expr) -> str:
    """One line of Python for `expression`; raises Unreadable when it is nested too deeply to print."""
    try:
        return ast.unparse(expression)
    except RecursionError:
        raise Unreadable("the condition is nested too deeply") from None


class _Replacer(ast.NodeTransformer):
    def __init__(self, by: Mapping[str, ast.expr]) -> None:
        self.by = by
        self.bound: frozenset[str] = frozenset()
        self.free: set[str] = set()

    def run(self, expression: ast.expr) -> ast.expr:
        try:
            replaced = self.visit(copy.deepcopy(expression))
        except RecursionError:
            raise Unreadable("the condition is nested too deeply") from None
        assert isinstance(replaced, ast.expr)
        return replaced

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self.bound:
            return node
        self.free.add(node.id)
        if node.id not in self.by:
            return node
        replacement = self.by[node.id]
        captured = {n.id for n in ast.walk(replacement) if isinstance(n, ast.Name)} & self.bound
        if captured:
            raise Unreadable(f"`{min(captured)}` is bound again inside the condition")
        return copy.deepcopy(replacement)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        raise Unreadable("the condition assigns a name (`:=`)")

    def visit_Await(self, node: ast.Await) -> ast.expr:
        raise Unreadable("the condition awaits")

    def visit_Yield(self, node: ast.Yield) -> ast.expr:
        raise Unreadable("the condition yields")

    def visit_YieldFrom(self, node: ast.YieldFrom) -> ast.expr:
        raise Unreadable("the condition yields")

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        a = node.args
        a.defaults = [self.visit(d) for d in a.defaults]
        a.kw_defaults = [None if d is None else self.visit(d) for d in a.kw_defaults]
        own = [*a.posonlyargs, *a.args, *a.kwonlyargs, *(x for x in (a.vararg, a.kwarg) if x is not None)]
        outer = self.bound
        self.bound = outer | {x.arg for x in own}
        node.body = self.visit(node.body)
        self.bound = outer
        return node

    def _comprehension(self, node: _Comprehension) -> ast.expr:
        # Python evaluates the first iterable outside the comprehension's scope, everything else inside it.
        node.generators[0].iter = self.visit(node.generators[0].iter)
        outer = self.bound
        self.bound = outer | {
            n.id for g in node.generators for n in ast.walk(g.target) if isinstance(n, ast.Name)
        }
        for index, generator in enumerate(node.generators):
            if index:
                generator.iter = self.visit(generator.iter)
            generator.target = self.visit(generator.target)
            generator.ifs = [self.visit(condition) for condition in generator.ifs]
        match node:
            case ast.DictComp():
                node.key, node.value = self.visit(node.key), self.visit(node.value)
            case _:
                node.elt = self.visit(node.elt)
        self.bound = outer
        return node

    visit_ListComp = _comprehension
    visit_SetComp = _comprehension
    visit_GeneratorExp = _comprehension
    visit_DictComp = _comprehension
