"""Which names of a module are Nagini's, as its imports say."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import TypeGuard

PACKAGE = "nagini_contracts"
CONTRACTS = f"{PACKAGE}.contracts"
CLAUSES = ("Requires", "Ensures", "Exsures")
CHECKED = ("Assert", "Assume", "Invariant")
# Statements that say how a proof goes, and nothing about values.
SILENT = ("Fold", "Unfold", "Decreases")
OWNERSHIP = ("Acc", "Rd", "list_pred", "set_pred", "dict_pred")
DECORATORS = ("Pure", "Ghost", "NotPreservingTL")
OTHERS = (
    "ContractOnly", "Predicate",
    "Previous", "Old", "Result", "RaisedException", "Implies", "Forall", "Exists", "Let", "Low", "LowVal", "LowEvent",
    "LowExit", "Unfolding", "GhostReturns", "Sequence", "ToSeq", "PSet", "PMultiset", "ToMS",
    "MustTerminate",
)  # fmt: skip
NAMES = frozenset({*CLAUSES, *CHECKED, *SILENT, *OWNERSHIP, *DECORATORS, *OTHERS})
STATEMENTS = frozenset({*CLAUSES, *CHECKED, *SILENT})


def mentions(text: str) -> bool:
    """Whether a file may use the notation at all: what does not name the package is left as it is."""
    return PACKAGE in text


def vocabulary(tree: ast.Module) -> dict[str, str]:
    """Local name to Nagini's name. A name that anything else in the module binds too means nothing here.

    >>> text = "from nagini_contracts.contracts import Requires as Needs, Old\\ndef f(Old): ...\\n"
    >>> vocabulary(ast.parse(text))
    {'Needs': 'Requires'}
    """
    found: dict[str, str] = {}
    for statement in tree.body:
        if is_import(statement):
            for alias in statement.names:
                if alias.name == "*" and statement.module == CONTRACTS:
                    found.update((name, name) for name in sorted(NAMES))
                elif alias.name in NAMES:
                    found[alias.asname or alias.name] = alias.name
    others = _bound(tree) if found else set()
    return {name: meaning for name, meaning in found.items() if name not in others}


def predicates(tree: ast.Module, words: Mapping[str, str]) -> frozenset[str]:
    """Names of the functions and methods that say what is owned."""
    return frozenset(
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and is_predicate(node, words)
    )


def is_predicate(function: ast.FunctionDef | ast.AsyncFunctionDef, words: Mapping[str, str]) -> bool:
    return any(isinstance(d, ast.Name) and words.get(d.id) == "Predicate" for d in function.decorator_list)


def is_import(statement: ast.AST) -> TypeGuard[ast.ImportFrom]:
    """`from nagini_contracts... import ...`"""
    return (
        isinstance(statement, ast.ImportFrom)
        and not statement.level
        and (statement.module or "").partition(".")[0] == PACKAGE
    )


def statement_of(node: ast.AST, words: Mapping[str, str]) -> tuple[str, ast.Call] | None:
    """(Nagini's name, call) of a statement that is a call of one of its functions."""
    match node:
        case ast.Expr(value=ast.Call(func=ast.Name(id=name)) as call) if words.get(name) in STATEMENTS:
            return words[name], call
        case _:
            return None


def _bound(tree: ast.Module) -> set[str]:
    """Names that the module binds anywhere by other means than an import of the package at its top."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
                found.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                if not (is_import(node) and node in tree.body):
                    found.update((alias.asname or alias.name).partition(".")[0] for alias in names)
            case ast.Global(names=words) | ast.Nonlocal(names=words):
                found.update(words)
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                found.add(name)
            case ast.MatchMapping(rest=str(name)):
                found.add(name)
            case _:
                pass
    return found
