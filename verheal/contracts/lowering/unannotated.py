"""The type of a field that nobody annotated, from every assignment to an attribute of that name in the code read.

The rule of design section 5: what is not written changes only through code read. One assignment whose type is not
plain to see, a `setattr`, or an assignment from outside a method makes the field a value nothing is known of.
"""
from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

from verheal.contracts.core.types import BOOL, FLOAT, INT, NEVER, OPAQUE, OpaqueT, Type, join
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.plain_types import plain_type
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.written import takes

# What becomes of a number to which an int is added: one again, if it was one.
INCREASED = OpaqueT(("increased",))
Scope = ast.FunctionDef | ast.AsyncFunctionDef


def field_type(program: Program, name: str) -> Type:
    """The join of what is assigned to attributes called `name` anywhere; opaque when one of them is not plain."""
    found: Type = NEVER
    for one in stored_types(program, name):
        found = join(found, one)
    return OPAQUE if found == NEVER else found


def lasts(program: Program, name: str, declared: Type) -> bool:
    """Does all that the code read stores in attributes called `name` conform, for sure, to what is written of it?"""
    return all(takes(program, declared, one) for one in stored_types(program, name))


def stored_types(program: Program, name: str) -> tuple[Type, ...]:
    """What is assigned to attributes called `name` anywhere in the code read, and to names of class bodies."""
    if name not in program.unannotated:
        found = [
            plain_type(Reader(program, one.module), None, ast.parse(item.default, mode="eval").body)
            for one in program.classes.values()
            for item in one.fields
            if item.name == name and item.default is not None
        ]
        for module in program.modules:
            if _sets_by_name(program.tree(module), name):
                found.append(OPAQUE)
            for scope, statement in _assignments(program.tree(module), name):
                found += _assigned(Reader(program, module), scope, statement)
        if INCREASED in found and any(one not in (INCREASED, INT, BOOL, FLOAT) for one in found):
            found.append(OPAQUE)
        program.unannotated[name] = tuple(INT if one == INCREASED else one for one in found)
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
        if isinstance(node, Scope) and scope is not None:  # what its names mean depends on the functions around it
            bound = (n for n in ast.walk(node) if isinstance(n, ast.Attribute) and not isinstance(n.ctx, ast.Load))
            yield from ((scope, None) for n in bound if n.attr == name)
        elif isinstance(node, ast.Attribute) and node.attr == name and not isinstance(node.ctx, ast.Load):
            yield scope, None
        elif isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign) and _binds(node, name):
            yield inner, node
            if node.value is not None:
                yield from _assignments(node.value, name, inner)
        else:
            yield from _assignments(node, name, inner)


def _binds(node: ast.Assign | ast.AugAssign | ast.AnnAssign, name: str) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(target, ast.Attribute) and target.attr == name for target in targets)


def _assigned(reader: Reader, scope: Scope | None, statement: ast.stmt | None) -> tuple[Type, ...]:
    match statement:
        case ast.Assign(targets=[ast.Attribute()], value=value):
            return (plain_type(reader, scope, value),)
        case ast.AnnAssign(value=None):
            return ()
        case ast.AnnAssign(value=ast.expr() as value):
            return (plain_type(reader, scope, value),)
        case ast.AugAssign(op=ast.Add() | ast.Sub() | ast.Mult(), value=value):
            return (INCREASED if plain_type(reader, scope, value) == INT else OPAQUE,)
        case _:
            return (OPAQUE,)
