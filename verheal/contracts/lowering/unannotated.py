"""The type of a field that nobody annotated, from every assignment to an attribute of that name in the code read.

The rule of design section 5: what is not written changes only through code read. One assignment whose type is not
plain to see, a `setattr`, or an assignment from outside a method makes the field a value nothing is known of.
"""
from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

from verheal.contracts.core.types import BOOL, FLOAT, INT, NEVER, NONE, OPAQUE, STR, Type, join
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.program import Program

LITERALS: tuple[tuple[type, Type], ...] = ((bool, BOOL), (int, INT), (float, FLOAT), (str, STR), (type(None), NONE))
Scope = ast.FunctionDef | ast.AsyncFunctionDef


def field_type(program: Program, name: str) -> Type:
    """The join of what is assigned to attributes called `name` anywhere; opaque when one of them is not plain."""
    if name not in program.unannotated:
        found: Type = NEVER
        for module in program.modules:
            if _sets_by_name(program.tree(module), name):
                found = OPAQUE
            for scope, statement in _assignments(program.tree(module), name):
                found = join(found, _assigned(Reader(program, module), scope, statement, found))
        program.unannotated[name] = OPAQUE if found == NEVER else found
    return program.unannotated[name]


def _sets_by_name(tree: ast.Module, name: str) -> bool:
    """May code set an attribute of this name through setattr, vars or __dict__?"""
    odd = ("setattr", "vars", "__dict__", "__setattr__")
    others = {id(node.func) for node in ast.walk(tree) if _sets_another(node, name)}
    return any(
        id(node) not in others
        and ((isinstance(node, ast.Name) and node.id in odd) or (isinstance(node, ast.Attribute) and node.attr in odd))
        for node in ast.walk(tree)
    )


def _sets_another(node: ast.AST, name: str) -> TypeGuard[ast.Call]:
    """setattr(x, "other", ...) and object.__setattr__(x, "other", ...)"""
    match node:
        case ast.Call(
            func=ast.Name(id="setattr") | ast.Attribute(value=ast.Name(id="object"), attr="__setattr__"),
            args=[_, ast.Constant(value=str() as other), _],
        ):
            return other != name
        case _:
            return False


def _assignments(
    tree: ast.AST, name: str, scope: Scope | None = None
) -> Iterator[tuple[Scope | None, ast.stmt | None]]:
    """Statements that bind an attribute called `name`, with the function they stand in; None for odd ways to bind."""
    for node in ast.iter_child_nodes(tree):
        inner = node if isinstance(node, Scope) else scope
        if isinstance(node, ast.Attribute) and node.attr == name and not isinstance(node.ctx, ast.Load):
            yield scope, None
        elif isinstance(node, ast.Assign | ast.AugAssign) and _binds(node, name):
            yield inner, node
            yield from _assignments(node.value, name, inner)
        else:
            yield from _assignments(node, name, inner)


def _binds(node: ast.Assign | ast.AugAssign, name: str) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(target, ast.Attribute) and target.attr == name for target in targets)


def _assigned(reader: Reader, scope: Scope | None, statement: ast.stmt | None, so_far: Type) -> Type:
    match statement:
        case ast.Assign(targets=[ast.Attribute()], value=value):
            return _plain(reader, scope, value)
        case ast.AugAssign(op=ast.Add() | ast.Sub() | ast.Mult(), value=value):
            kind = _plain(reader, scope, value)
            return INT if kind == INT and so_far in (INT, NEVER) else OPAQUE
        case _:
            return OPAQUE


def _plain(reader: Reader, scope: Scope | None, value: ast.expr) -> Type:
    match value:
        case ast.Constant(value=literal):
            return next((kind for known, kind in LITERALS if type(literal) is known), OPAQUE)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as literal)):
            return FLOAT if isinstance(literal, float) else INT
        case ast.Name(id=name) if scope is not None and not _rebinds(scope, name):
            spec = scope.args
            found = next((a for a in spec.posonlyargs + spec.args + spec.kwonlyargs if a.arg == name), None)
            return reader.type_of(found.annotation, deep=True) if found is not None else OPAQUE
        case _:
            return OPAQUE


def _rebinds(scope: Scope, name: str) -> bool:
    stored = any(isinstance(n, ast.Name) and n.id == name and not isinstance(n.ctx, ast.Load) for n in ast.walk(scope))
    return stored or bool(scope.args.defaults or scope.args.kw_defaults)
