"""What one arbitrary round of a loop does, as terms: the material that guesses of invariants are made of."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from verheal.contracts.core.expr import App, Binder, Const, Expr, Var, children
from verheal.contracts.core.heap import ALLOC
from verheal.contracts.core.types import BOOL, INT, STR, MapT
from verheal.contracts.obligations.arithmetic import split
from verheal.contracts.obligations.model import entry_of
from verheal.contracts.obligations.simplify import Terms

_CONNECTIVES = frozenset(("and", "or", "not", "implies", "ite"))
_LEAVES = 16  # branches of one conditional value that are looked at
_MOST_ASKED = 6
PLACE = Var("%k", INT)
_WALK = 20_000  # parts of the terms of one round that are looked at


@dataclass(frozen=True, eq=False)
class Moving:
    """A quantity that a round changes: its value at the top, on entry to the loop, and at the way back."""

    top: Expr
    begin: Expr
    back: Expr
    deltas: tuple[Expr, ...] = ()

    @property
    def step(self) -> int | None:
        """The constant that every round adds, or None."""
        values = {delta.value if isinstance(delta, Const) else None for delta in self.deltas}
        only = values.pop() if len(values) == 1 else None
        return only if isinstance(only, int) else None


@dataclass(frozen=True, eq=False)
class Round:
    """One round. `variables` had a value before the loop; `fresh` are the constants made inside it.

    `before` are the latest tests that were passed on the way to the loop.
    """

    terms: Terms
    variables: Mapping[Var, Moving]
    fresh: frozenset[Expr]
    test: Expr
    conds: tuple[Expr, ...]
    alloc: Expr
    names: Mapping[Expr, Expr]
    before: tuple[Expr, ...] = ()
    twins: tuple[tuple[Expr, Expr], ...] = ()  # tops of variables left out, and of those they always equal
    within: Mapping[Expr, tuple[Expr, ...]] = field(default_factory=dict)  # where loops within stored, by their tables
    scope: frozenset[Var] = frozenset()  # what had a value when the loop was entered

    def constant(self, term: Expr) -> bool:
        """Is the term the same in every round?"""
        return not any(part in self.fresh for part in subterms((term,)))

    def plain(self, term: Expr) -> bool:
        """Does the term speak of the state at the top only, and not of what came up inside the round?"""
        tops = {moving.top for moving in self.variables.values()}
        return not any(part in self.fresh and part not in tops for part in subterms((term,)))

    def abstract(self, term: Expr) -> Expr:
        """The term over program variables and their entry values."""
        return replace_terms(self.terms, term, self.names)

    @cached_property
    def _read(self) -> frozenset[Expr]:
        backs = (item.back for item in self.variables.values())
        return frozenset(subterms((self.test, *self.conds, *backs)))

    def reads(self, item: Moving) -> bool:
        """Does the round read what the round before left, rather than make it anew? An inner loop hides which."""
        hidden = not self.plain(item.back) and flag_of(self, item) is None
        return not self.passing(item) and (item.top in self._read or hidden)

    def passing(self, item: Moving) -> bool:
        """Is it a value that the lowering named, for use right behind?"""
        own = self.names[item.top]
        return isinstance(own, Var) and "." in own.name and not set(own.name) & set(":@")

    def of_type(self, kind: object) -> list[Moving]:
        """The variables of one type."""
        return [moving for var, moving in self.variables.items() if var.type == kind]


def subterms(roots: Iterable[Expr]) -> Iterable[Expr]:
    """Every part of the terms once, the terms themselves first."""
    seen: dict[int, Expr] = {}
    stack = list(roots)[::-1]
    while stack and len(seen) < _WALK:
        term = stack.pop()
        if id(term) not in seen:
            seen[id(term)] = term
            stack.extend(reversed(children(term)))
    return seen.values()


def replace_terms(terms: Terms, term: Expr, names: Mapping[Expr, Expr]) -> Expr:
    """The term with the largest parts that are keys of `names` replaced; under binders as well."""
    done: dict[int, Expr] = {}
    stack = [term]
    while stack:
        node = stack[-1]
        if id(node) not in done:
            if node in names:
                done[id(node)] = terms.intern(names[node])
            elif isinstance(node, App):
                missing = [part for part in node.args if id(part) not in done]
                if missing:
                    stack.extend(missing)
                    continue
                args = tuple(done[id(part)] for part in node.args)
                done[id(node)] = terms.make(node.op, args, node.type, node.index)
            elif isinstance(node, Binder):
                low = None if node.low is None else replace_terms(terms, node.low, names)
                high = None if node.high is None else replace_terms(terms, node.high, names)
                body = replace_terms(terms, node.body, names)
                done[id(node)] = terms.binder(node.kind, node.var, body, low, high)
            else:
                done[id(node)] = node
        stack.pop()
    return done[id(term)]


def leaves(term: Expr) -> list[tuple[Expr, tuple[tuple[Expr, bool], ...]]]:
    """The values of a conditional, each with the tests that lead to it."""
    found: list[tuple[Expr, tuple[tuple[Expr, bool], ...]]] = []
    stack: list[tuple[Expr, tuple[tuple[Expr, bool], ...]]] = [(term, ())]
    while stack and len(found) < _LEAVES:
        node, way = stack.pop()
        if isinstance(node, App) and node.op == "ite":
            test, then, orelse = node.args
            stack.append((orelse, (*way, (test, False))))
            stack.append((then, (*way, (test, True))))
        else:
            found.append((node, way))
    return found


def moving(terms: Terms, top: Expr, begin: Expr, back: Expr) -> Moving:
    """The quantity with the differences that a round can make to it."""
    if top.type != INT:
        return Moving(top, begin, back)
    deltas = dict.fromkeys(terms.make("int.sub", (leaf, top), INT) for leaf, _ in leaves(back))
    return Moving(top, begin, back, tuple(deltas))


def atoms(terms: Terms, conds: Iterable[Expr]) -> list[Expr]:
    """The comparisons that the conditions are made of; of an atom and its negation only the first."""
    found: dict[Expr, None] = {}
    for part in subterms(conds):
        if part.type != BOOL or not isinstance(part, App) or part.op in _CONNECTIVES:
            continue
        if part.op == "eq" and part.args[0].type == BOOL:
            continue
        if terms.negate(part) not in found:
            found[part] = None
    return list(found)


def tidy(terms: Terms, term: Expr) -> Expr:
    """Positions are taken to be non-negative: ite(p < 0, _, p) becomes p. A guess, like all that follows."""
    names: dict[Expr, Expr] = {}
    for part in subterms((term,)):
        match part:
            case App("ite", (App("int.lt", (place, Const(int() as bound))), then, orelse)) if (
                _same(orelse, place, bound) and not _negative(then, orelse)
            ):
                names[part] = orelse
            case App("ite", (App("int.le", (bound, place)), then, orelse)) if then is place and _zero(bound):
                if not _negative(orelse, place):
                    names[part] = place
            case _:
                pass
    return replace_terms(terms, term, names) if names else term


def _same(place: Expr, compared: Expr, bound: int) -> bool:
    """Does compared < bound say that the place is negative?"""
    (base, offset), (other, away) = split(place), split(compared)
    return base is not None and base is other and offset - away == -bound


def _negative(term: Expr, place: Expr) -> bool:
    """Is it -place? Then the choice is a magnitude, not a position."""
    match term:
        case App("int.neg", (inner,)):
            return inner is place
        case App("int.sub", (Const() as left, right)):
            (base, offset), (other, away) = split(place), split(right)
            return base is other and left.value == -offset - away
        case _:
            return False


def _zero(term: Expr) -> bool:
    return isinstance(term, Const) and term.value == 0


def stores(term: Expr) -> list[tuple[Expr, Expr]]:
    """(key, value) of every store that a map's value is made of, newest first."""
    found: dict[tuple[Expr, Expr], None] = {}
    stack, seen = [term], set[int]()
    while stack and len(seen) < _WALK:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        match node:
            case App("store", (base, key, value)):
                found[(key, value)] = None
                stack.append(base)
            case App("ite", (_, then, orelse)):
                stack += [orelse, then]
            case _:
                pass
    return list(found)


def distinct(
    terms: Terms, variables: Mapping[Var, Moving], used: Iterable[Expr]
) -> tuple[dict[Var, Moving], tuple[tuple[Expr, Expr], ...]]:
    """The variables without twins, which start and move alike, and the tops of twins; the one that is read stays."""
    read = set(subterms(used))
    kept: dict[Var, Moving] = {}
    twins: list[tuple[Expr, Expr]] = []
    for var, item in variables.items():
        twin = next((other for other in kept if _twins(terms, kept[other], item)), None)
        if twin is None:
            kept[var] = item
            continue
        twins.append((item.top, kept[twin].top))
        if item.top in read and kept[twin].top not in read:
            del kept[twin]
            kept[var] = item
    return kept, tuple(twins)


def _twins(terms: Terms, one: Moving, other: Moving) -> bool:
    if one.begin is not other.begin or one.top.type != other.top.type:
        return False
    return replace_terms(terms, one.back, {one.top: other.top}) is other.back


def cells(a_round: Round) -> list[Moving]:
    """Lengths of texts; int cells of the heap at addresses that stay the same: lengths, sizes, fields."""
    terms = a_round.terms
    found: list[Moving] = []
    for var, whole in a_round.variables.items():
        if not (isinstance(var.type, MapT) and var.type.key == INT and var.type.value == INT):
            continue
        for address in constant_addresses(a_round, whole):
            top, begin, back = (
                terms.make("select", (table, address), INT) for table in (whole.top, whole.begin, whole.back)
            )
            found.append(moving(terms, top, begin, back))
    for item in filter(a_round.reads, a_round.of_type(STR)):
        lengths = (terms.make("str.len", (text,), INT) for text in (item.top, item.begin, item.back))
        found.append(moving(terms, *lengths))
    return found


def constant_addresses(a_round: Round, whole: Moving) -> list[Expr]:
    """The addresses that a round stores at, of those that are the same in every round."""
    keys = dict.fromkeys(leaf for key, _ in stores(whole.back) for leaf, _ in leaves(key))
    if a_round.within:
        inner = (a_round.within.get(part, ()) for part in subterms((whole.back,)) if part.type == whole.top.type)
        keys |= dict.fromkeys(address for found in inner for address in found)
    return [key for key in keys if a_round.constant(key)]


def quantities(a_round: Round) -> tuple[list[Expr], list[Expr]]:
    """Whole numbers that a round changes, as terms; counters first; and what may bound them."""
    terms = a_round.terms
    own = [item for var, item in a_round.variables.items() if var.type == INT and var != ALLOC and a_round.reads(item)]
    numbers = sorted((*own, *cells(a_round)), key=lambda item: item.step not in (1, -1))
    changed = list(dict.fromkeys(item.top for item in numbers if item.back is not item.top))
    steady = dict.fromkeys(item.begin for item in numbers if not isinstance(item.begin, Const))
    for atom in sorted(atoms(terms, (a_round.test, *a_round.conds)), key=_of_elements):
        for part in atom.args if isinstance(atom, App) else ():
            base, _ = split(unmoved(a_round, part))
            if base is not None and base.type == INT and a_round.constant(base) and not isinstance(base, Const):
                steady[base] = None
    return changed, [term for term in steady if not any(isinstance(part, Binder) for part in subterms((term,)))]


def _of_elements(atom: Expr) -> bool:
    """Does it compare an element of a row? What elements are compared with is seldom a bound of places."""
    sides = [split(side)[0] for side in atom.args] if isinstance(atom, App) else []
    reads = [side for side in sides if isinstance(side, App) and side.op == "select"]
    return any(isinstance(read.args[0], App) and read.args[0].op == "select" for read in reads)


def flag_of(a_round: Round, item: Moving) -> Expr | None:
    """The flag that says whether a variable without a value before the loop has one."""
    own = a_round.names[item.top]
    wanted = own.name.rpartition(":")[0] + "?" if isinstance(own, Var) else ""
    flags = (value for value, name in a_round.names.items() if isinstance(name, Var) and name.name == wanted)
    return next(flags, None)


def unmoved(a_round: Round, term: Expr) -> Expr:
    """With what the heap holds where a round stores nothing as it was before the loop."""
    tables = {item.top: item for item in a_round.variables.values() if isinstance(item.top.type, MapT)}
    names: dict[Expr, Expr] = {}
    for part in subterms((term,)):
        match part:
            case App("select", (table, address), kind) if table in tables and a_round.constant(address):
                if address not in constant_addresses(a_round, tables[table]):
                    names[part] = a_round.terms.make("select", (tables[table].begin, address), kind)
            case _:
                pass
    return replace_terms(a_round.terms, term, names) if names else term


def naming(
    tops: Mapping[Var, Expr], begins: Mapping[Var, Expr], unchanged: Iterable[tuple[Var, Expr]]
) -> dict[Expr, Expr]:
    """How values are called in candidates: v at the top, entry(v) for what the loop changes, else v."""
    names: dict[Expr, Expr] = {}
    for var, value in unchanged:
        read = isinstance(value, App) and value.op == "select"  # of the heap, whose tables have names of their own
        if "." in var.name and (read or value in names):
            continue
        if not isinstance(value, Const):
            names[value] = var
    for var, value in begins.items():
        if not isinstance(value, Const) and value not in names:
            names[value] = entry_of(var)
    for var, value in tops.items():
        names[value] = var
    return names


Starts = tuple[tuple[Expr, Expr], ...]
Stored = tuple[tuple[Expr, Expr, tuple[Expr, ...]], ...]


def histories(a_round: Round) -> tuple[Starts, Stored, tuple[Expr, ...]]:
    """Over program variables: what variables start as, and what they are; tables, and where a round stores in them;
    the rows of numbers that a round reads or writes.
    """
    name, terms = a_round.abstract, a_round.terms
    starts, stored = [], []
    rows: dict[Expr, None] = {}
    for item in a_round.variables.values():
        if isinstance(item.top.type, MapT):
            kept = constant_addresses(a_round, item)
            stored.append((name(item.top), name(item.begin), tuple(name(address) for address in kept)))
            if item.top.type.value == MapT(INT, INT):
                rows |= dict.fromkeys(terms.make("select", (item.top, address), MapT(INT, INT)) for address in kept)
        elif item.back is not item.top and not isinstance(item.begin, Const):
            starts.append((name(item.begin), name(item.top)))
    for part in subterms((*a_round.conds, a_round.test)):
        if isinstance(part, App) and part.op == "select" and part.args[0].type == MapT(INT, INT):
            rows[unmoved(a_round, part.args[0])] = None
    plain = [row for row in rows if a_round.plain(row) and isinstance(row, App) and row.op == "select"]
    return tuple(starts), tuple(stored), tuple(name(row) for row in plain)


def handed(a_round: Round) -> tuple[tuple[Expr, Expr], ...]:
    """Over program variables: whole numbers that a round sets to what others were, with these."""
    tops = {item.top for item in a_round.variables.values()}
    taken = [item for item in a_round.of_type(INT) if item.back is not item.top and item.back in tops]
    return tuple((a_round.abstract(item.top), a_round.abstract(item.back)) for item in taken)


def asked(a_round: Round) -> tuple[Expr, ...]:
    """Over program variables: the comparisons of a round with an element, made with the one at `%k` instead."""
    terms, tops = a_round.terms, {item.top for item in a_round.of_type(INT)}
    place = terms.intern(PLACE)
    found: dict[Expr, None] = {}
    backs = (item.back for item in a_round.variables.values())
    for atom in atoms(terms, [tidy(terms, term) for term in (a_round.test, *a_round.conds, *backs)]):
        for part in subterms((atom,)):
            if not (isinstance(part, App) and part.op == "select" and split(part.args[1])[0] in tops):
                continue
            if isinstance(part.type, MapT) or any(isinstance(inner, Binder) for inner in subterms((atom,))):
                continue
            other = terms.make("select", (part.args[0], place), part.type)
            changed = replace_terms(terms, atom, {part: other})
            if a_round.plain(changed):
                found[a_round.abstract(changed)] = None
    return tuple(found)[:_MOST_ASKED]
