"""A module with its specification statements erased; what they want checked on the way are asserts.

>>> text = '''
... from nagini_contracts.contracts import *
... @Pure
... def half(n: int) -> int:
...     Requires(n >= 0)
...     Ensures(Result() * 2 <= n)
...     k = n // 2
...     Assert(Implies(n > 0, k < n))
...     return k
... '''
>>> print(ast.unparse(plain(ast.parse(text))))
def half(n: int) -> int:
    k = n // 2
    assert k < n if n > 0 else True
    return k
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from .elaborate import Unread, elaborated
from .names import CHECKED, DECORATORS, is_import, is_predicate, statement_of
from .scope import Scope, scope_of

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def plain(tree: ast.Module) -> ast.Module:
    """The module as it runs; `tree` is changed. Lines stay what they were.

    An import of the package stays where something that runs still needs one of its names: without the package such a
    module cannot be run. A predicate is no function any more, but a name, as it may be imported.
    """
    scope = scope_of(tree)
    if scope is None:
        return tree
    tree = _Eraser(scope).visit(tree)
    needed = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} & set(scope.words)
    tree.body = [kept for one in tree.body for kept in _imports(one, scope.words, needed)]
    return ast.fix_missing_locations(tree)


def obligation(word: str, call: ast.Call, scope: Scope) -> ast.Assert | None:
    """The assert that `Assert(c)`, `Assume(c)` or `Invariant(c)` stands for; None when it only speaks of ownership.

    Nothing is assumed that is not checked, so an assumption is an assertion. Raises Unread.
    """
    if len(call.args) != 1 or call.keywords:
        raise Unread(f"`{word}` with these arguments")
    found = elaborated(call.args[0], scope)
    if found.says_nothing:
        return None
    return ast.fix_missing_locations(ast.copy_location(ast.Assert(test=found.body), call))


def _imports(statement: ast.stmt, words: Mapping[str, str], needed: set[str]) -> list[ast.stmt]:
    if not is_import(statement):
        return [statement]
    left = []
    for alias in statement.names:
        if alias.name == "*":
            left += [ast.alias(name=name) for name in sorted(needed) if words[name] == name]
        elif (alias.asname or alias.name) in needed or (alias.asname or alias.name) not in words:
            left.append(alias)
    statement.names = left
    return [statement] if left else []


class _Eraser(ast.NodeTransformer):
    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.words = scope.words

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        match node:
            case ast.Try(handlers=[], finalbody=[]) | ast.TryStar(handlers=[], finalbody=[]):
                node.finalbody = [ast.Pass(lineno=node.lineno, col_offset=0)]
            case _:
                pass
        match node:
            case ast.stmt() | ast.ExceptHandler() | ast.match_case():
                if getattr(node, "body", None) == []:
                    nothing = ast.Pass(lineno=getattr(node, "lineno", 1), col_offset=0)
                    node.body = [nothing]  # type: ignore[union-attr]
            case _:
                pass
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        found = statement_of(node, self.words)
        if found is None:
            return self.generic_visit(node)
        word, call = found
        if word not in CHECKED:
            return None
        try:
            return obligation(word, call, self.scope)
        except Unread:
            return None  # the dialect keeps it, as a clause that cannot be read

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name(id=name), args=[_, inner], keywords=[]) if self.words.get(name) == "Unfolding":
                return inner
            case _:
                return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST | None:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST | None:
        return self._function(node)

    def _function(self, node: _Function) -> ast.AST | None:
        if is_predicate(node, self.words):
            nothing = ast.Assign(targets=[ast.Name(id=node.name, ctx=ast.Store())], value=ast.Constant(value=None))
            return ast.fix_missing_locations(ast.copy_location(nothing, node))
        marks = [self.words.get(d.id, "") if isinstance(d, ast.Name) else "" for d in node.decorator_list]
        node.decorator_list = [
            d for d, mark in zip(node.decorator_list, marks, strict=True) if mark not in DECORATORS
        ]
        outer, self.scope = self.scope, self.scope.inside(node)
        self.generic_visit(node)
        self.scope = outer
        return node
