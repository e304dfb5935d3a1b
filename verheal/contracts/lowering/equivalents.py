"""Functions of the standard library that are what an expression of the language is.

Law (library reference of each): the call does what the expression does with its arguments, which are evaluated first
and in order. Iterators stand here only where they are run over at once, and nothing else runs meanwhile.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core.types import INT, STR, IntT, ListT, NeverT
from verheal.contracts.lowering.access import is_local, surely_imported
from verheal.contracts.lowering.arguments import impossible, positional
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import External
from verheal.contracts.lowering.values import BOTTOM, Val

BINARY = (
    ("add", "+"), ("sub", "-"), ("mul", "*"), ("floordiv", "//"), ("truediv", "/"), ("mod", "%"), ("pow", "**"),
    ("eq", "=="), ("ne", "!="), ("lt", "<"), ("le", "<="), ("gt", ">"), ("ge", ">="), ("is_", "is"),
    ("is_not", "is not"), ("and_", "&"), ("or_", "|"), ("xor", "^"), ("lshift", "<<"), ("rshift", ">>"),
)  # fmt: skip
# (function, expression over the arguments a, b, in this order)
CALLS: tuple[tuple[str, str], ...] = (
    *((f"operator.{name}", f"a {sign} b") for name, sign in BINARY),
    ("operator.contains", "b in a"),
    ("operator.getitem", "a[b]"),
    ("operator.neg", "-a"),
    ("operator.not_", "not a"),
    ("heapq.nsmallest", "sorted(b)[:max(a, 0)]"),
    ("heapq.nlargest", "sorted(b, reverse=True)[:max(a, 0)]"),
)
ITERATORS: tuple[tuple[str, str], ...] = (
    ("itertools.chain", "[*a]"),
    ("itertools.chain", "[*a, *b]"),
    ("itertools.chain", "[*a, *b, *c]"),
    ("itertools.product", "[(x, y) for x in a for y in b]"),
    ("itertools.repeat", "[a for x in range(b)]"),
)
SORTED = frozenset({"heapq.nsmallest", "heapq.nlargest"})


def call_of(dotted: str, template: str) -> Callable[[Frame, ast.Call], Val]:
    """The call of a function, for the table of known calls."""

    def call(f: Frame, node: ast.Call) -> Val:
        from verheal.contracts.lowering import calls

        if not _fits(f, node, template):
            return calls.unknown(f, node, dotted)
        values = positional(f, node, 1, 3)
        assert values is not None
        if impossible(values):
            return BOTTOM
        if dotted in SORTED and not (isinstance(values[0].type, IntT) and _is_list(f, values[1], (INT, STR))):
            return calls.called(f, (tuple(values), {}), dotted, node)
        return _lowered(f, template, values, node)

    return call


def iterator(f: Frame, node: ast.expr) -> str:
    """The expression for all items of an iterator of the library that is made here; "" of all else."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
        return ""
    head = ast.unparse(node.func)
    if is_local(f, head.partition(".")[0]) and not f.is_imported(head.partition(".")[0]):
        return ""
    found = f.meaning(head)
    if not isinstance(found, External):
        return ""
    return next((text for dotted, text in ITERATORS if dotted == found.dotted and _fits(f, node, text)), "")


def items(f: Frame, template: str, node: ast.Call) -> Val | None:
    """The items as a list; None, with everything evaluated, where they are not known."""
    from verheal.contracts.lowering import calls

    values = positional(f, node, 1, 3)
    assert values is not None
    if impossible(values):
        return BOTTOM
    found = f.meaning(ast.unparse(node.func))
    assert isinstance(found, External)
    times = found.dotted == "itertools.repeat" and not isinstance(values[1].type, IntT)
    if times or (found.dotted == "itertools.product" and not all(_is_list(f, value, (INT, STR)) for value in values)):
        calls.called(f, (tuple(values), {}), found.dotted, node)
        return None
    made = _lowered(f, template, values, node)
    return made if isinstance(made.type, ListT | NeverT) else None


def _is_list(f: Frame, value: Val, kinds: tuple[object, ...]) -> bool:
    kind = f.resolve(value.type)
    return isinstance(kind, ListT) and kind.element in kinds


def _fits(f: Frame, node: ast.Call, template: str) -> bool:
    """Are there just the arguments, written plainly, and do names of builtins mean them here?"""
    names = {inner.id for inner in ast.walk(ast.parse(template)) if isinstance(inner, ast.Name)}
    wanted = len(names & {"a", "b", "c"})
    plain = not node.keywords and not any(isinstance(one, ast.Starred) for one in node.args)
    builtin = all(
        f.meaning(name) == External(f"builtins.{name}") and not is_local(f, name) for name in names if len(name) > 1
    )
    return plain and len(node.args) == wanted and builtin and surely_imported(f, node.func)


class _Naming(ast.NodeTransformer):
    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(f"{self.prefix}{node.id}", node.ctx) if len(node.id) == 1 else node


def _lowered(f: Frame, template: str, values: list[Val], node: ast.Call) -> Val:
    from verheal.contracts.lowering.comprehensions import hidden
    from verheal.contracts.lowering.expressions import lower

    prefix = f"{hidden(f, node)}{node.end_col_offset}"
    tree = _Naming(prefix).visit(ast.parse(template, mode="eval").body)
    for inner in ast.walk(tree):
        ast.copy_location(inner, node)
    for name, value in zip("abc", values, strict=False):
        f.assign(f"{prefix}{name}", f.name_value(value))
    found = lower(f, tree)
    for name in "abc":
        f.env.pop(f"{prefix}{name}", None)
    return found
