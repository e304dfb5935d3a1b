"""How a condition in the notation of PEP 316 is written in each dialect, marked as inferred.

>>> spell("icontract", "ensures", "__return__ <= len(xs)", ("xs",)).lines
('@icontract.ensure(lambda xs, result: result <= len(xs), "inferred by verheal")',)
>>> spell("deal", "requires", "len(xs) > 0", ("xs",)).lines
('@deal.pre(lambda _: len(_.xs) > 0, message="inferred by verheal")',)
>>> spell("asserts", "ensures", "__return__ > 0", ("xs",))
Traceback (most recent call last):
verheal.contracts.dialects.names.Unreadable: asserts at the start of a function say nothing of its result
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Literal

from verheal.contracts.dialects.conditions import INFERRED
from verheal.contracts.dialects.model import Kind
from verheal.contracts.dialects.names import Unreadable, free_names, replace_names, source_of

NAMES = ("pep316", "icontract", "deal", "asserts")
RESULT, OLD = "__return__", "__old__"
HEADERS = {"requires": "pre", "ensures": "post"}
WORDS_OF_ICONTRACT = frozenset({"result", "OLD", "_ARGS", "_KWARGS"})


@dataclass(frozen=True)
class Spelled:
    """`place`: where the `lines` go. `imports` is a module that they need, or ""."""

    place: Literal["docstring", "decorator", "assert"]
    lines: tuple[str, ...]
    imports: str = ""


def spell(dialect: str, kind: Kind, text: str, parameters: tuple[str, ...]) -> Spelled:
    """The condition in a dialect, one of NAMES. Raises Unreadable, with the reason, where it cannot say that."""
    tree = ast.parse(text, mode="eval").body
    match dialect:
        case "pep316":
            if "\\" in text or "#" in text:
                raise Unreadable("a docstring cannot hold its backslash or hash")
            return Spelled("docstring", (f"{HEADERS[kind]}: {text}  # {INFERRED}",))
        case "asserts":
            if kind == "ensures":
                raise Unreadable("asserts at the start of a function say nothing of its result")
            return Spelled("assert", (f'assert {text}, "{INFERRED}"',))
        case "icontract":
            return _icontract(kind, tree, parameters)
        case _:
            return _deal(kind, tree, parameters)


def _icontract(kind: Kind, tree: ast.expr, parameters: tuple[str, ...]) -> Spelled:
    if WORDS_OF_ICONTRACT & set(parameters):
        raise Unreadable("a parameter is called as something of icontract is")
    _no_entry_state(tree, "icontract needs a snapshot for it")
    body = replace_names(tree, {RESULT: ast.Name("result", ast.Load())})
    names = [name for name in (*parameters, "result") if name in free_names(body)]
    made = f'lambda {", ".join(names)}: {source_of(body)}' if names else f"lambda: {source_of(body)}"
    decorator = "require" if kind == "requires" else "ensure"
    return Spelled("decorator", (f'@icontract.{decorator}({made}, "{INFERRED}")',), "icontract")


def _deal(kind: Kind, tree: ast.expr, parameters: tuple[str, ...]) -> Spelled:
    _no_entry_state(tree, "deal does not keep it")
    named = free_names(tree) & {*parameters, RESULT}
    if "_" in parameters or "result" in parameters or named & set(dir(dict)):
        raise Unreadable("a parameter is called as something of deal is")
    by: dict[str, ast.expr] = {
        name: ast.Attribute(ast.Name("_", ast.Load()), "result" if name == RESULT else name, ast.Load())
        for name in named
    }
    decorator = "pre" if kind == "requires" else "ensure"
    made = f'lambda _: {source_of(replace_names(tree, by))}, message="{INFERRED}"'
    return Spelled("decorator", (f"@deal.{decorator}({made})",), "deal")


def _no_entry_state(tree: ast.expr, why: str) -> None:
    if OLD in free_names(tree):
        raise Unreadable(f"it speaks of the state before the call: {why}")
