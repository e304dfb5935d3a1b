"""A call of the version before, as a call of the version after: other names, the same values."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from verheal.prover.run.edits import spelled
from verheal.prover.run.shapes import FunctionShape, Param


@dataclass(frozen=True)
class Translation:
    """Names to be replaced: of what stands at the head of an expression, of a method, and of keywords."""

    heads: Mapping[str, str] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    keywords: Mapping[str, str] = field(default_factory=dict)

    def of(self, call: str) -> str | None:
        """None for a call that cannot be spelled."""
        if not (self.heads or self.methods or self.keywords):
            return call
        try:
            tree = ast.parse(call, mode="eval")
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
        return spelled(_Renaming(self).visit(tree))


def translation(before: FunctionShape, after: FunctionShape) -> Translation:
    """Parameters that were renamed are told by their places."""
    heads, methods = {}, {}
    if before.how in ("plain",):
        if before.qualname != after.qualname:
            heads[before.qualname] = after.qualname
    else:
        if before.owner != after.owner and "." not in before.owner + after.owner:
            heads[before.owner] = after.owner
        one, other = before.qualname.rpartition(".")[2], after.qualname.rpartition(".")[2]
        if one != other:
            methods[one] = other
    return Translation(heads, methods, renamed(before.params, after.params))


def renamed(before: tuple[Param, ...], after: tuple[Param, ...]) -> dict[str, str]:
    """New names of parameters that can also be given by position."""
    names = {param.name for param in after} | {param.name for param in before}
    old = [param for param in before if param.kind == "Normal"]
    new = [param for param in after if param.kind == "Normal"]
    found = {}
    for one, other in zip(old, new, strict=False):
        gone = all(param.name != one.name for param in after)
        fresh = all(param.name != other.name for param in before)
        if one.name != other.name and gone and fresh:
            found[one.name] = other.name
    return found if names else {}


class _Renaming(ast.NodeTransformer):
    def __init__(self, names: Translation) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.copy_location(ast.Name(self.names.heads.get(node.id, node.id), node.ctx), node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        node.attr = self.names.methods.get(node.attr, node.attr)
        return self.generic_visit(node)

    def visit_keyword(self, node: ast.keyword) -> ast.AST:
        node.arg = self.names.keywords.get(node.arg, node.arg) if node.arg else node.arg
        return self.generic_visit(node)
