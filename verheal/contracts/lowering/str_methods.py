"""Methods of str. What depends on Unicode tables, on splitting or joining is any string: never a guess."""

from __future__ import annotations

import ast

from verheal.contracts.core.build import (
    add,
    both,
    choose,
    either,
    implies,
    is_member,
    le,
    lt,
    make_tuple,
    no,
    same,
    select,
    sub,
    text,
)
from verheal.contracts.core.expr import FALSE, App, Const, Expr, forall, integer, mapping
from verheal.contracts.core.stmt import Pure
from verheal.contracts.core.types import (
    BOOL,
    INT,
    STR,
    BoolT,
    ClassT,
    EnumT,
    IntT,
    ListT,
    MapT,
    NeverT,
    NoneT,
    OpaqueT,
    StrT,
    TupleT,
    UnionT,
    alternatives,
)
from verheal.contracts.lowering import containers, text_facts
from verheal.contracts.lowering.arguments import Method, Work, unlikely, unmodelled
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.operators import to_int
from verheal.contracts.lowering.str_bounds import SEARCHES
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


def _pure(word: str, value: Val, args: list[Val]) -> Pure:
    """What the method gives, a function of values that never change."""
    return Pure(f"str.{word}", (value.expr, *(arg.expr for arg in args)))


def _are_strings(values: list[Val]) -> bool:
    return all(isinstance(value.type, StrT) for value in values)


def _replace(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not _are_strings(args):
        return f.unsupported("replace with these arguments", node)
    old, new = args[0].expr, args[1].expr

    def between() -> Val:
        unmodelled(f, "replaces the empty string", node)
        found = f.havoc(STR, "text")
        gaps = App("int.mul", (add(length(value.expr), integer(1)), length(new)), INT)
        f.assume(same(length(found.expr), add(length(value.expr), gaps)), "one more between any two characters")
        return found

    def exact() -> Val:
        found = f.name_value(f.val(App("str.replace", (value.expr, old, new), STR)), "replaced")
        text_facts.replaced(f, found.expr, old, new)
        return found

    return f.branch(same(old, EMPTY), between, exact) or BOTTOM


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


def _partition(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not _are_strings(args):
        return f.unsupported("partition with this argument", node)
    s, sep = value.expr, args[0].expr
    f.fail_if(same(sep, EMPTY), "ValueError", node)
    at = f.name_value(f.val(App("str.find", (s, sep), INT)), "at").expr
    missing = lt(at, integer(0))
    behind = add(at, length(sep))
    before = f.name_value(f.val(choose(missing, s, part(s, integer(0), at)))).expr
    f.assume(no(text_facts.has(before, sep)), "a separator is found where it stands first")
    after = f.name_value(f.val(choose(missing, EMPTY, part(s, behind, length(s))))).expr
    whole = App("str.concat", (App("str.concat", (before, sep), STR), after), STR)
    f.assume(either(missing, same(whole, s)), "the parts and the separator are the whole")
    items = (before, choose(missing, EMPTY, sep), after)
    return Val(make_tuple(items), TupleT((STR, STR, STR)))


def _any_text(word: str) -> Work:
    """A method whose result is a string of which little is known."""

    def work(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
        fits = _are_strings(args) or all(isinstance(arg.type, StrT | NoneT) for arg in args)
        if not fits:
            return f.unsupported(f"{word} with these arguments", node)
        folded = _folded(value, word, args)
        if folded is not None:
            return f.val(folded)
        unmodelled(f, f"computes str.{word}", node)
        found = f.havoc(STR, word, _pure(word, value, args))
        f.assume(_kept(word, value.expr, found.expr), f"what is known of str.{word}")
        return found

    return work


def _kept(word: str, value: Expr, found: Expr) -> Expr:
    """What is known of a stripped string, or of one in another case: no character's other case is empty."""
    match word:
        case "strip":
            inside = App("str.contains", (value, found), BOOL)
        case "lstrip":
            inside = App("str.endswith", (value, found), BOOL)
        case "rstrip":
            inside = App("str.startswith", (value, found), BOOL)
        case _:
            return same(same(found, EMPTY), same(value, EMPTY))
    return both(inside, le(length(found), length(value)))


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
        found = f.havoc(STR, word, _pure(word, value, args))
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
        found = f.havoc(BOOL, word, _pure(word, value, []))
        nothing = word not in ("isascii", "isprintable")
        f.assume(
            implies(same(value.expr, EMPTY), no(found.expr) if nothing else found.expr),
            f"str.{word} of nothing",
        )
        return found

    return work


def strings(
    f: Frame, node: ast.AST, least: int, of: Pure | None = None
) -> tuple[Val, Expr, Expr]:
    """A new list of any strings, at least so many; its row and length. `of` as of `Frame.havoc`."""
    from verheal.contracts.lowering.expressions import hole

    kind = ListT(hole(f, node))
    f.round.learned.widen(hole(f, node), STR)
    n = f.havoc(INT, "parts", of).expr
    f.assume(le(integer(least), n), "how many parts there are at least")
    resolved = f.resolve(kind)
    assert isinstance(resolved, ListT)
    row = f.havoc(MapT(INT, resolved.element), "parts", of if resolved.element == STR else None).expr
    return containers.new_list(f, kind, row, n), row, n


def _limited(f: Frame, given: Val | None, node: ast.Call) -> Expr | None:
    """The greatest number of splits, None where it is not bounded; OverflowError beyond sys.maxsize."""
    if given is None:
        return None
    big = integer(2**63)
    most = to_int(given)
    f.fail_if(no(both(le(integer(-(2**63)), most), lt(most, big))), "OverflowError", node)
    return most


def _split(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    by_space = not args or isinstance(args[0].type, NoneT)
    fits = by_space or isinstance(args[0].type, StrT)
    if not fits or (len(args) > 1 and not isinstance(args[1].type, IntT | BoolT)):
        return f.unsupported("split with these arguments", node)
    most = _limited(f, args[1] if len(args) > 1 else None, node)
    if not by_space:
        f.fail_if(same(args[0].expr, EMPTY), "ValueError", node)
    unmodelled(f, "splits a string", node)
    s = value.expr
    found, row, n = strings(f, node, 0 if by_space else 1, _pure(_word(node), value, args))
    if select(row, integer(0)).type != STR:  # other things are put into the list later
        return found
    if by_space:
        f.assume(le(n, length(s)), "no part is empty")
        k = f.round.fresh("k", INT)
        f.assume(forall(k, integer(0), n, no(same(select(row, k), EMPTY))), "no part is empty")
        if most is None:
            text_facts.parts(f, None, row, n)
    else:
        there = App("str.contains", (s, args[0].expr), BOOL)
        splits = there if most is None else both(there, no(same(most, integer(0))))
        f.assume(same(splits, le(integer(2), n)), "a separator that is there splits")
        f.assume(implies(no(splits), same(select(row, integer(0)), s)), "what is not split is whole")
        f.assume(le(n, add(length(s), integer(1))), "separators are not empty")
        if most is None:
            text_facts.parts(f, args[0].expr, row, n)
    if most is not None:
        f.assume(implies(le(integer(0), most), le(n, add(most, integer(1)))), "there are no more splits than asked for")
    return found


def _word(node: ast.Call) -> str:
    """The name of the method that is called; its place where that is not plain, so that no two are one."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else f"at {node.lineno}.{node.col_offset}"


def _splitlines(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    if not all(isinstance(arg.type, BoolT | IntT) for arg in args):
        return f.unsupported("splitlines with this argument", node)
    for arg in args:  # it is read as a C int
        beyond = no(both(le(integer(-(2**31)), to_int(arg)), lt(to_int(arg), integer(2**31))))
        unlikely(f, beyond, "splitlines with a huge argument", node)
    unmodelled(f, "splits a string", node)
    found, _, n = strings(f, node, 0, _pure("splitlines", value, args))
    f.assume(le(n, length(value.expr)), "each line has a character or an end")
    f.assume(same(same(n, integer(0)), same(value.expr, EMPTY)), "nothing has no lines")
    return found


def join(f: Frame, value: Val, given: Val, node: ast.Call) -> Val:
    """value.join(given), given a list: TypeError unless each is a string."""
    if isinstance(given.type, NeverT):
        return BOTTOM
    kind = f.resolve(given.type)
    assert isinstance(kind, ListT)
    if isinstance(given.type, ListT) and isinstance(containers.element(f, given.type.element), NeverT):
        return f.val(EMPTY)
    options = alternatives(kind.element)
    if any(isinstance(one, OpaqueT | ClassT | EnumT) for one in options):
        f.stuck(f"join of values that may be no strings, line {node.lineno}", node.lineno, reads_only=True)
        return f.havoc(STR, "text")
    n, row, k = containers.size(f, given).expr, containers.row(f, given), f.round.fresh("k", INT)
    if isinstance(kind.element, UnionT):
        good = is_member(select(row, k), options.index(STR)) if STR in options else FALSE
        f.fail_if(no(forall(k, integer(0), n, good)), "TypeError", node)
    elif kind.element != STR:
        f.fail_if(lt(integer(0), n), "TypeError", node)
        return f.val(EMPTY)
    unmodelled(f, "joins strings", node)
    place = f.round.fresh("k", INT)
    there = both(le(integer(0), place), lt(place, n))
    parts = mapping(place, choose(there, select(row, place), EMPTY)) if kind.element == STR else None
    found = f.havoc(STR, "text", Pure("str.join", (value.expr, parts, n)) if parts is not None else None)
    f.assume(implies(same(n, integer(0)), same(found.expr, EMPTY)), "join of nothing is empty")
    if kind.element == STR:
        first = select(row, integer(0))
        f.assume(implies(same(n, integer(1)), same(found.expr, first)), "join of one string is that string")
        text_facts.joined(f, found.expr, value.expr, row, n)
    return found


STR_METHODS: tuple[Method, ...] = (
    *SEARCHES,
    Method("replace", 2, 2, _replace),
    Method("removeprefix", 1, 1, _removeprefix),
    Method("removesuffix", 1, 1, _removesuffix),
    Method("partition", 1, 1, _partition),
    *(Method(word, 0, 1, _any_text(word)) for word in ("strip", "lstrip", "rstrip")),
    *(Method(w, 0, 0, _any_text(w)) for w in ("lower", "upper", "title", "capitalize", "swapcase", "casefold")),
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
    Method("split", 0, 2, _split, ("sep", "maxsplit")),
    Method("rsplit", 0, 2, _split, ("sep", "maxsplit")),
    Method("splitlines", 0, 1, _splitlines, ("keepends",)),
)
