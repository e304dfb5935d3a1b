"""Contracts of a piece of source text that stands alone: for examples, tests and the documentation."""

from __future__ import annotations

import ast

from verheal.contracts.dialects.model import Contract


def contract_of(source: str, qualname: str) -> Contract:
    """The contract of the function or method `qualname` ("f" or "C.m") in `source`.

    Bases are looked up by name in the same text. Raises SyntaxError, and KeyError for an unknown name.
    """
    from verheal.contracts.dialects import read_contract

    module = ast.parse(source)
    imports = imports_of(module)
    classes = {s.name: s for s in module.body if isinstance(s, ast.ClassDef)}
    head, _, method = qualname.rpartition(".")
    cls = classes[head] if head else None
    body = module.body if cls is None else cls.body
    found = {s.name: s for s in body if isinstance(s, ast.FunctionDef | ast.AsyncFunctionDef)}
    return read_contract(module, found[method], cls, imports.get, ancestors_of(cls, classes))


def imports_of(module: ast.Module) -> dict[str, str]:
    """Dotted origin of each name that an absolute import binds anywhere in the module."""
    imports = {}
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                for alias in names:
                    imports[alias.asname or alias.name.split(".")[0]] = (
                        alias.name if alias.asname else alias.name.split(".")[0]
                    )
            case ast.ImportFrom(module=str(origin), names=names, level=0):
                for alias in names:
                    imports[alias.asname or alias.name] = f"{origin}.{alias.name}"
    return imports


def ancestors_of(cls: ast.ClassDef | None, classes: dict[str, ast.ClassDef]) -> tuple[ast.ClassDef, ...]:
    """Classes above `cls`, nearest first (depth first: enough for the single inheritance of examples)."""
    above: list[ast.ClassDef] = []
    for base in [] if cls is None else cls.bases:
        if isinstance(base, ast.Name) and base.id in classes:
            above += [classes[base.id], *ancestors_of(classes[base.id], classes)]
    return tuple(dict.fromkeys(above))
