"""Methods of str. What depends on Unicode tables, on splitting or joining is any string: never a guess."""

from __future__ import annotations

import ast

from verheal.contracts.core.build import add, both, choose, implies, le, lt, make_tuple, no, same, sub, text
from verheal.contracts.core.expr import App, Const, Expr, integer
from verheal.contracts.core.types import BOOL, INT, STR, IntT, ListT, MapT, NeverT, NoneT, StrT, TupleT
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.arguments import Method, Work, unlikely, unmodelled
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import BOTTOM, Val

EMPTY = text("")


def length(value: Expr) -> Expr:
    """len(value)"""
    if isinstance(value, Const) and isinstance(value.value, str):
        return integer(len(value.value))
    return App("str.len", (value,), INT)


def part(value: Expr, low: Expr, high: Expr) -> Expr:
    """value[low:high] for bounds inside."""
    return App("str.slice", (value, low, high), STR)


def _are_strings(values: list[Val]) -> bool:
    return all(isinstance(value.type, StrT) for value in values)


def _tests(op: str, word: str) -> Work:
    def work(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
        if not _are_strings(args):
            return f.unsupported(f"{word} with this argument", node)
        return f.val(App(op, (value.expr, args[0].expr), BOOL))

    return work


def _find(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not _are_strings(args):
        return f.unsupported("find with this argument", node)
    return f.val(App("str.find", (value.expr, args[0].expr), INT))


def _index(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not _are_strings(args):
        return f.unsupported("index with this argument", node)
    f.fail_if(no(App("str.contains", (value.expr, args[0].expr), BOOL)), "ValueError", node)
    return f.val(App("str.find", (value.expr, args[0].expr), INT))


def _replace(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not _are_strings(args):
        return f.unsupported("replace with these arguments", node)
    old, new = args[0].expr, args[1].expr

    def between() -> Val:
        unmodelled(f, "replaces the empty string", node)
        return f.havoc(STR, "text")

    exact = f.val(App("str.replace", (value.expr, old, new), STR))
    return f.branch(same(old, EMPTY), between, lambda: exact) or BOTTOM


def _removeprefix(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not _are_strings(args):
        return f.unsupported("removeprefix with this argument", node)
    s, p = value.expr, args[0].expr
    return f.val(choose(App("str.startswith", (s, p), BOOL), part(s, length(p), length(s)), s))


def _removesuffix(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not _are_strings(args):
        return f.unsupported("removesuffix with this argument", node)
    s, p = value.expr, args[0].expr
    return f.val(choose(App("str.endswith", (s, p), BOOL), part(s, integer(0), sub(length(s), length(p))), s))


def _count(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not _are_strings(args):
        return f.unsupported("count with this argument", node)
    unmodelled(f, "counts in a string", node)
    found = f.havoc(INT, "count")
    there = App("str.contains", (value.expr, args[0].expr), BOOL)
    f.assume(
        both(le(integer(0), found.expr), le(found.expr, add(length(value.expr), integer(1)))),
        "what str.count gives",
    )
    f.assume(same(same(found.expr, integer(0)), no(there)), "what str.count gives")
    return found


def _partition(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not _are_strings(args):
        return f.unsupported("partition with this argument", node)
    s, sep = value.expr, args[0].expr
    f.fail_if(same(sep, EMPTY), "ValueError", node)
    at = f.name_value(f.val(App("str.find", (s, sep), INT)), "at").expr
    missing = lt(at, integer(0))
    behind = add(at, length(sep))
    before = choose(missing, s, part(s, integer(0), at))
    after = choose(missing, EMPTY, part(s, behind, length(s)))
    items = (before, choose(missing, EMPTY, sep), after)
    return Val(make_tuple(items), TupleT((STR, STR, STR)))


def _any_text(word: str, shortens: bool) -> Work:
    """A method whose result is any string; `shortens`: a part of the receiver."""

    def work(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
        fits = _are_strings(args) or all(isinstance(arg.type, StrT | NoneT) for arg in args)
        if not fits:
            return f.unsupported(f"{word} with these arguments", node)
        folded = _folded(value, word, args)
        if folded is not None:
            return f.val(folded)
        unmodelled(f, f"computes str.{word}", node)
        found = f.havoc(STR, word)
        if shortens:
            f.assume(App("str.contains", (value.expr, found.expr), BOOL), f"str.{word} gives a part of the string")
            f.assume(le(length(found.expr), length(value.expr)), f"str.{word} gives a part of the string")
        return found

    return work


def _folded(value: Val, word: str, args: list[Val]) -> Expr | None:
    """The result of a call on literals in ASCII, which no version of Unicode changes."""
    parts = [v.expr.value for v in (value, *args) if isinstance(v.expr, Const) and isinstance(v.expr.value, str)]
    if len(parts) != len(args) + 1 or not all(p.isascii() for p in parts if isinstance(p, str)):
        return None
    receiver, *rest = [str(p) for p in parts]
    result = getattr(receiver, word)(*rest)
    return Const(result, BOOL if isinstance(result, bool) else STR)


def _padded(word: str) -> Work:
    def work(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
        if not isinstance(args[0].type, IntT) or not _are_strings(args[1:]):
            return f.unsupported(f"{word} with these arguments", node)
        width = args[0].expr
        huge = no(both(le(integer(-(2**40)), width), le(width, integer(2**40))))
        unlikely(f, huge, f"str.{word} to a huge width", node)
        if len(args) == 2:
            f.fail_if(no(same(length(args[1].expr), integer(1))), "TypeError", node)
        unmodelled(f, f"computes str.{word}", node)
        found = f.havoc(STR, word)
        wanted = choose(lt(length(value.expr), width), width, length(value.expr))
        f.assume(same(length(found.expr), wanted), f"the length that str.{word} gives")
        return found

    return work


def _classified(word: str) -> Work:
    """isdigit and its like: any bool, but False of the empty string."""

    def work(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
        folded = _folded(value, word, args)
        if folded is not None:
            return f.val(folded)
        unmodelled(f, f"computes str.{word}", node)
        found = f.havoc(BOOL, word)
        nothing = word not in ("isascii", "isprintable")
        f.assume(
            implies(same(value.expr, EMPTY), no(found.expr) if nothing else found.expr),
            f"str.{word} of nothing",
        )
        return found

    return work


def strings(f: Frame, node: ast.AST, least: int) -> Val:
    """A new list of any strings, at least so many."""
    from verheal.contracts.lowering.expressions import hole

    kind = ListT(hole(f, node))
    f.round.learned.widen(hole(f, node), STR)
    n = f.havoc(INT, "parts").expr
    f.assume(le(integer(least), n), "how many parts there are at least")
    resolved = f.resolve(kind)
    assert isinstance(resolved, ListT)
    return containers.new_list(f, kind, f.havoc(MapT(INT, resolved.element), "parts").expr, n)


def _split(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    by_space = not args or isinstance(args[0].type, NoneT)
    if (not by_space and not isinstance(args[0].type, StrT)) or (len(args) > 1 and not isinstance(args[1].type, IntT)):
        return f.unsupported("split with these arguments", node)
    if not by_space:
        f.fail_if(same(args[0].expr, EMPTY), "ValueError", node)
    if len(args) > 1:
        big = integer(2**63)
        f.fail_if(no(both(le(integer(-(2**63)), args[1].expr), lt(args[1].expr, big))), "OverflowError", node)
    unmodelled(f, "splits a string", node)
    return strings(f, node, 0 if by_space else 1)


def _splitlines(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    unmodelled(f, "splits a string", node)
    return strings(f, node, 0)


def join(f: Frame, value: Val, given: Val, node: ast.Call) -> Val:
    """value.join(given), given a list."""
    if isinstance(given.type, NeverT):
        return BOTTOM
    kind = f.resolve(given.type)
    assert isinstance(kind, ListT)
    if isinstance(given.type, ListT) and isinstance(containers.element(f, given.type.element), NeverT):
        return f.val(EMPTY)
    if kind.element != STR:
        f.stuck(f"join of values that may be no strings, line {node.lineno}", node.lineno, reads_only=True)
        return f.havoc(STR, "text")
    unmodelled(f, "joins strings", node)
    found = f.havoc(STR, "text")
    nothing = same(containers.size(f, given).expr, integer(0))
    f.assume(implies(nothing, same(found.expr, EMPTY)), "join of nothing is empty")
    return found


STR_METHODS: tuple[Method, ...] = (
    Method("startswith", 1, 1, _tests("str.startswith", "startswith")),
    Method("endswith", 1, 1, _tests("str.endswith", "endswith")),
    Method("find", 1, 1, _find),
    Method("index", 1, 1, _index),
    Method("replace", 2, 2, _replace),
    Method("removeprefix", 1, 1, _removeprefix),
    Method("removesuffix", 1, 1, _removesuffix),
    Method("count", 1, 1, _count),
    Method("partition", 1, 1, _partition),
    *(Method(word, 0, 1, _any_text(word, True)) for word in ("strip", "lstrip", "rstrip")),
    *(Method(w, 0, 0, _any_text(w, False)) for w in ("lower", "upper", "title", "capitalize", "swapcase", "casefold")),
    *(Method(word, 1, 2, _padded(word)) for word in ("ljust", "rjust", "center")),
    Method("zfill", 1, 1, _padded("zfill")),
    *(
        Method(word, 0, 0, _classified(word))
        for word in (
            "isdigit",
            "isalpha",
            "isalnum",
            "isnumeric",
            "isdecimal",
            "isspace",
            "isupper",
            "islower",
            "istitle",
            "isidentifier",
            "isascii",
            "isprintable",
        )
    ),
    Method("split", 0, 2, _split),
    Method("rsplit", 0, 2, _split),
    Method("splitlines", 0, 0, _splitlines),
)
