"""A repository without what no run depends on: docstrings, and annotations that nothing reads.

Two versions whose bare sources are the same run the same, unless they look at their own documentation.
"""

from __future__ import annotations

import ast
from dataclasses import replace

from verheal.contracts.source.model import Module, Problem, Repository
from verheal.contracts.source.reader import SourceText
from verheal.contracts.source.scan import scan

Function = ast.FunctionDef | ast.AsyncFunctionDef


def bare_versions(before: Repository, after: Repository) -> tuple[Repository, Repository]:
    """Both without it. Modules that are the same in both stay as they are."""
    old = {module.name: module.digest for module in before.modules}
    new = {module.name: module.digest for module in after.modules}
    same = {name for name in old if old[name] == new.get(name)}
    return _bare(before, same), _bare(after, same)


def _bare(repository: Repository, same: set[str]) -> Repository:
    modules = tuple(module if module.name in same else bare(module) for module in repository.modules)
    return replace(repository, modules=modules)


def bare(module: Module) -> Module:
    """The module as it would be read with that left out; itself where it cannot be written anew."""
    try:
        text = ast.unparse(_Stripped().visit(ast.parse(module.text)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return module
    source = SourceText(module.path, text, module.encoding, module.digest)
    found = scan(source, module.name, module.is_package, module.import_root)
    return module if isinstance(found, Problem) else found


class _Stripped(ast.NodeTransformer):
    """Decorated functions stay as they are, for decorators read what they like; so do annotations of fields."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._function(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self.generic_visit(node)
        _without_docstring(node)
        return node

    def visit_Module(self, node: ast.Module) -> ast.AST:
        self.generic_visit(node)
        _without_docstring(node)
        return node

    def _function(self, node: Function) -> ast.AST:
        self.generic_visit(node)
        if not node.decorator_list:
            _without_docstring(node)
            spec = node.args
            for one in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs, spec.vararg, spec.kwarg):
                if one is not None:
                    one.annotation = None
            node.returns = None
        return node


def _without_docstring(node: Function | ast.ClassDef | ast.Module) -> None:
    match node.body:
        case [ast.Expr(ast.Constant(str())), *rest]:
            node.body[:] = rest or [ast.Pass()]
