"""Guesses of loop invariants from what is to be shown: the claims, and with their constants replaced.

That is how invariants are found by hand (Gries 1981): what shall hold of all holds of those passed, so a bound becomes
a counter; what shall be computed of the arguments is computed of what is left of them, so an argument becomes the
variable that started as it. Claims behind a loop speak of the values at its top.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from verheal.contracts.core.expr import App, Binder, Const, Expr, Var
from verheal.contracts.core.types import BOOL, INT, MapT
from verheal.contracts.obligations.model import FRAMED, Generated, LoopReport
from verheal.contracts.obligations.rounds import replace_terms, subterms, tidy
from verheal.contracts.obligations.simplify import Terms
from verheal.contracts.smt.normal import normalised
from verheal.contracts.smt.terms import bound_variables, free_variables
from verheal.prover.arranging import (
    concerned,
    neighbours,
    same_counts,
    same_elements,
    says_again,
    taken_over,
    throughout,
)

KINDS = ("post", "assert", "invariant", "pre", "type", "loop-invariant")
MOST_PIECES = 16
MOST_PARTS = 8
MOST_COUNTERS = 3
MOST_ORDERS = 60  # of two rows
MOST_SUMS = 1
MOST_ROWS = 3
MOST_STORES = 1  # what is claimed of a row after more than one change says little of it before
MOST_STEADY = 4
LARGEST = 400  # parts of one piece
MOST = 600
FIXED = ("ite", "seq.places")  # what stands inside of them stays


def claims(seen: Generated, report: LoopReport) -> tuple[Expr, ...]:
    """What is to be shown of the function; once there are candidates for other loops, what these need of this one."""
    others = [item for item in seen.lemmas if item.loop != report.id and _quantifies(item.candidate)]
    if others:
        own = set(report.tops)  # loops before this one need nothing of it
        needed = dict.fromkeys(item.sequent.goal for item in others)
        return tuple(goal for goal in needed if any(part in own for part in subterms((goal,))))
    shown = [o for o in seen.obligations if o.site.kind in KINDS or o.site.kind.startswith("safety:")]
    return tuple(dict.fromkeys(o.sequent.goal for o in shown))


def around(seen: Generated, report: LoopReport) -> tuple[Expr, ...]:
    """What is guessed of other loops, in so far as it speaks of what the loop changes: it may hold of this one too."""
    others = dict.fromkeys(item.candidate for item in seen.lemmas if item.loop != report.id)
    moved = {report.names[top] for top in report.tops if top in report.names}
    return tuple(one for one in others if _quantifies(one) and any(part in moved for part in subterms((one,))))


def assumed(seen: Generated) -> tuple[Expr, ...]:
    """What is taken for granted where something is to be shown."""
    shown = (o.sequent.assumptions for o in seen.obligations if o.site.kind in KINDS)
    return tuple(dict.fromkeys(fact for facts in shown for fact in facts))


def generalised(
    report: LoopReport, goals: tuple[Expr, ...], others: tuple[Expr, ...] = (), facts: tuple[Expr, ...] = ()
) -> tuple[Expr, ...]:
    """Candidates over program variables, the claims as they stand first; `others` are tried as well. `facts` are taken
    for granted by some claim.
    """
    guess = _Guess(report)
    guesses: list[Expr] = []
    if report.rows and concerned((*goals, *facts)):  # what was sorted on entry leaves no other trace in the claims
        guesses += (*same_elements(report, goals), *taken_over(report))
        guess.whole = (*neighbours(report), *throughout(report, facts))
    more = (*guess.all_of(goals), *filter(guess.speaks, others))
    guesses += [one for one in more if not says_again(report, one) and not guess.idle(one)]
    found = dict.fromkeys(guess.terms.rewrite(one, guess.terms.intern) for one in guesses)
    return tuple(one for one in found if not isinstance(one, Const))[:MOST]


class _Guess:
    """The names of one loop, and the counters that may stand for a bound."""

    def __init__(self, report: LoopReport) -> None:
        self.terms = terms = Terms()
        self.report = report
        self.whole: tuple[Binder, ...] = ()
        self.known = report.scope | {part for name in report.names.values() for part in subterms((name,))}
        places = [term for term in report.places or report.moving if not _size(term) and term not in report.taken]
        self.counters = [terms.rewrite(term, terms.intern) for term in places[:MOST_COUNTERS]]
        self.sums = [terms.rewrite(term, terms.intern) for term in report.sums[:MOST_SUMS]]
        self.starts = {
            terms.rewrite(start, terms.intern): terms.rewrite(top, terms.intern) for start, top in report.starts
        }
        self.givers = {
            terms.rewrite(taker, terms.intern): terms.rewrite(giver, terms.intern) for taker, giver in report.handed
        }
        self.spared = {
            terms.rewrite(top, terms.intern): (terms.rewrite(start, terms.intern), set(kept))
            for top, start, kept in report.stored
        }
        self.steady = [self.unmoved(terms.rewrite(term, terms.intern)) for term in report.steady]

    def all_of(self, goals: Iterable[Expr]) -> Iterator[Expr]:
        pieces: dict[Expr, None] = {}
        for goal in goals:
            named = replace_terms(self.terms, self.terms.rewrite(goal, self.terms.intern), self.report.names)
            for piece in _pieces(self.terms, tidy(self.terms, named)):
                for one in dict.fromkeys((piece, self.bare(piece))):
                    if len(pieces) < MOST_PIECES and self.speaks(one):
                        pieces[one] = None
        yield from (self.unmoved(piece) for piece in pieces if not _guarded(piece))
        parts = self.quantified((*pieces, *self.whole))
        yield from parts
        for part in (*parts, *self.untouched()):
            yield from self.spans(part)
        if any(_ordered(part) for part in parts):
            yield from self.orders()
        for piece in pieces:
            yield from (*self.left(piece), *self.gathered(piece))
        for piece in sorted(pieces, key=_guarded):
            if not (_guarded(piece) and _quantifies(piece)):
                yield from self.handed(piece)
                yield from (*(() if same_counts(piece) else self.counted(piece)), piece)

    def bare(self, piece: Expr) -> Expr:
        """The same of rows without what is stored in them behind the loop."""
        names: dict[Expr, Expr] = {}
        for part in subterms((piece,)):
            row = part
            while isinstance(row, App) and row.op == "store" and not isinstance(row.args[2].type, MapT):
                row = row.args[0]
            if row is not part:
                names[part] = row
        return replace_terms(self.terms, piece, names) if names else piece

    def idle(self, piece: Expr) -> bool:
        """Does it say of a row with one element changed that the others are as in that row?"""
        match piece:
            case Binder("forall", _, App("eq", (left, right))):
                return left is not right and self.bare(left) == self.bare(right)
            case _:
                return False

    def speaks(self, piece: Expr) -> bool:
        """Only of what has a name in candidates."""
        parts = list(subterms((piece,)))
        bound = {part.var for part in parts if isinstance(part, Binder)}
        names = [part for part in parts if isinstance(part, Var) and part not in bound]
        stores = sum(isinstance(part, App) and part.op == "store" for part in parts)
        if any(_first_failure(part) for part in parts):
            return False
        return len(parts) <= LARGEST and stores <= MOST_STORES and all(name in self.known for name in names)

    def quantified(self, pieces: Iterable[Expr]) -> list[Binder]:
        """The parts that say something of all places of a range, each over the places themselves."""
        found: dict[Binder, None] = {}
        for piece in pieces:
            whole = self.unmoved(piece)
            free = free_variables((whole,), bound_variables((whole,)))
            for part in subterms((whole,)):
                if not (isinstance(part, Binder) and part.kind == "forall" and part.low is not None):
                    continue
                if free[part] or len(found) >= MOST_PARTS or part.high in FRAMED or self.bare(part) is not part:
                    continue
                (moved,) = normalised((part,))
                absolute = self.terms.rewrite(moved, self.terms.intern)
                if isinstance(absolute, Binder):
                    found[absolute] = None
        return list(found)

    def unmoved(self, piece: Expr) -> Expr:
        """With rows that the loop stores nothing to as they were when it was entered."""
        names: dict[Expr, Expr] = {}
        for part in subterms((piece,)):
            match part:
                case App("select", (table, address), kind) if table in self.spared:
                    start, stored = self.spared[table]
                    if address not in stored and not free_variables((address,), bound_variables((piece,)))[address]:
                        names[part] = self.terms.make("select", (start, address), kind)
                case _:
                    pass
        return replace_terms(self.terms, piece, names) if names else piece

    def spans(self, part: Binder) -> Iterator[Expr]:
        """The same of other ranges, that begin or end at a counter, or behind it."""
        terms = self.terms
        if part.low is None or part.high is None or _of_two(part):
            return
        aways = (0, -1, 1) if _ordered(part) else (0, 1)  # what is said of neighbours ends one earlier
        ends = [self.beside(counter, away) for counter in self.counters for away in aways]
        outer = [*ends, *(self.beside(one, away) for one in self.sums for away in aways)]
        pairs = [(part.low, end) for end in outer] + [(end, part.high) for end in outer]
        pairs += [(low, high) for low, high in product(ends, ends) if low is not high]
        for low, high in pairs:
            yield terms.binder("forall", part.var, part.body, low, high)
        inner = part.body
        if isinstance(inner, Binder) and inner.low is not None and inner.high is part.high:  # pairs of places
            for end in ends:
                nested = terms.binder("forall", inner.var, inner.body, inner.low, end)
                yield terms.binder("forall", part.var, nested, part.low, end)
                yield terms.binder("forall", part.var, inner, part.low, end)

    def untouched(self) -> Iterator[Binder]:
        """Rows that the loop stores in are there as they were."""
        terms, k = self.terms, Var("%k", INT)
        place = terms.intern(k)
        for top, (start, stored) in self.spared.items():
            kind = top.type.value if isinstance(top.type, MapT) else None
            if not (isinstance(kind, MapT) and isinstance(top, Var) and top.name.startswith("data@")):
                continue
            grown = next((kept for table, (_, kept) in self.spared.items() if _lengths(table, top)), set())
            for address in (address for address in stored if address not in grown):
                rows = (terms.make("select", (table, address), kind) for table in (top, start))
                now, then = (terms.make("select", (row, place), kind.value) for row in rows)
                for end in self.steady[:2]:
                    found = terms.binder("forall", k, terms.eq(now, then), terms.number(0), end)
                    if isinstance(found, Binder):
                        yield found

    def orders(self) -> Iterator[Expr]:
        """Every number in one part of a row is at most every number in a part of that row, or of another."""
        terms = self.terms
        rows = [terms.rewrite(row, terms.intern) for row in self.report.rows][:MOST_ROWS]
        first, second = Var("%p", INT), Var("%q", INT)
        ends = [self.beside(counter, away) for counter in self.counters for away in (0, 1)]
        sums = [self.beside(one, away) for one in self.sums for away in (0, 1)]
        below = [(terms.number(0), end) for end in (*sums, *ends, *self.steady[:2])]
        for one, other in sorted(product(rows, rows), key=lambda pair: pair[0] is pair[1]):
            if self.unmoved(one) is not one and self.unmoved(other) is not other:  # that was so before
                continue
            places = ((one, terms.intern(first)), (other, terms.intern(second)))
            order = terms.make("int.le", tuple(terms.make("select", read, INT) for read in places), BOOL)
            of_two = one is not other
            heads = [(terms.number(0), length) for length in self.lengths(one)] if of_two else below
            lasts = self.lengths(other) if of_two else dict.fromkeys((*self.lengths(other), *self.steady[:3]))
            tails = [(end, last) for end in (*ends, *(() if of_two else sums)) for last in lasts]
            tails += [(end, last) for end, last in product(ends, ends) if end is not last and not of_two]
            pairs = sorted(product(heads, tails), key=lambda pair: pair[0][1] is not pair[1][0])
            for (low, high), (least, most) in pairs[:MOST_ORDERS]:
                inner = terms.binder("forall", second, order, least, most)
                yield terms.binder("forall", first, inner, low, high)

    def lengths(self, row: Expr) -> list[Expr]:
        """How many elements the row has, where that has a name."""
        match row:
            case App("select", (Var(name), address)) if name.startswith("data@"):
                lengths = Var("len@" + name.removeprefix("data@"), MapT(INT, INT))
                return [self.terms.make("select", (self.terms.intern(lengths), address), INT)]
            case _:
                return []

    def beside(self, counter: Expr, away: int) -> Expr:
        return self.terms.make("int.add", (counter, self.terms.number(away)), INT)

    def left(self, piece: Expr) -> Iterator[Expr]:
        """acc == f(start) was f(now) == f(start), or acc + f(now), or acc * f(now): what is left to compute."""
        terms = self.terms
        match piece:
            case App("eq", (one, other)) if one.type == INT:
                pass
            case _:
                return
        for value, whole in ((one, other), (other, one)):
            rest = replace_terms(terms, whole, self.starts)
            if rest is whole:
                continue
            yield terms.eq(rest, whole)
            if value in self.known:
                yield terms.eq(terms.make("int.add", (value, rest), INT), whole)
                yield terms.eq(terms.make("int.mul", (value, rest), INT), whole)

    def gathered(self, piece: Expr) -> Iterator[Expr]:
        """What sum(items) is to be, it is with what is left as one more item: digits so far, and the rest."""
        match piece:
            case App("eq", (App("seq.sum") as total, whole)) | App("eq", (whole, App("seq.sum") as total)):
                pass
            case _:
                return
        for rest in [top for top in self.starts.values() if top.type == INT][:MOST_COUNTERS]:
            if (more := self.weighed(total, rest)) is not None:
                yield self.terms.eq(self.terms.make("int.add", (total, more), INT), whole)

    def weighed(self, total: App, rest: Expr) -> Expr | None:
        """What a sum would gain, were `rest` the next item of its row."""
        row, count = total.args
        if not (isinstance(row, Binder) and row.kind == "lambda"):
            return rest
        place = self.terms.rewrite(row.var, self.terms.intern)
        reads = [p for p in subterms((row.body,)) if isinstance(p, App) and p.op == "select" and p.args[1] is place]
        return replace_terms(self.terms, row.body, {reads[0]: rest, place: count}) if len(reads) == 1 else None

    def handed(self, piece: Expr) -> Iterator[Expr]:
        """What holds of variables holds before of those that hand their values on to them."""
        taken = replace_terms(self.terms, piece, self.givers)
        if taken is not piece and not isinstance(taken, Const):
            yield taken

    def counted(self, piece: Expr) -> Iterator[Expr]:
        """With a bound replaced by a counter, or by the next one: what was done for all is done for those passed."""
        form = self.unmoved(piece)
        parts = set(subterms((form,)))
        # Where a choice hangs on the bound, as in the ends of slices, the result is a claim of another kind.
        parts -= set(subterms([part for part in parts if isinstance(part, App) and part.op in FIXED]))
        for bound in [term for term in self.steady if term in parts][:MOST_STEADY]:
            for counter, away in product(self.counters, (0, 1)):
                changed = replace_terms(self.terms, form, {bound: self.beside(counter, away)})
                if not isinstance(changed, Const):
                    yield changed


def _lengths(table: Expr, rows: Expr) -> bool:
    return isinstance(table, Var) and isinstance(rows, Var) and table.name == "len@" + rows.name[5:]


def _size(term: Expr) -> bool:
    """Is it the number of members of a set or dict? What ends there is told of keys in their order only."""
    match term:
        case App("select", (Var(name), _)):
            return name.startswith("size@")
        case _:
            return False


def _quantifies(piece: Expr) -> bool:
    return any(isinstance(part, Binder) and part.high not in FRAMED for part in subterms((piece,)))


def _ordered(part: Binder) -> bool:
    """Does it say that the numbers of a row are in order?"""
    body = part.body.body if isinstance(part.body, Binder) else part.body
    reads = [isinstance(side, App) and side.op == "select" for side in body.args] if isinstance(body, App) else []
    return isinstance(body, App) and body.op in ("int.le", "int.lt") and all(reads)


def _of_two(part: Binder) -> bool:
    """Does it speak of a place and those behind it? It was made of what is said of neighbours, by their ranges."""
    low = part.body.low if isinstance(part.body, Binder) else None
    return low is not None and any(inner == part.var for inner in subterms((low,)))


def _first_failure(part: Expr) -> bool:
    """The place at which a claim of all places stops with an exception: no invariant speaks of it."""
    match part:
        case App("seq.min", (Binder("lambda", var, App("ite", (_, then, _))), _)):
            return then == var
        case _:
            return False


def _guarded(piece: Expr) -> bool:
    return isinstance(piece, App) and piece.op == "implies"


def _pieces(terms: Terms, goal: Expr) -> Iterator[Expr]:
    """What is claimed, without the conditions on the way to it; then with them."""
    match goal:
        case App("and", parts):
            for part in parts:
                yield from _pieces(terms, part)
        case App("implies", (_, then)):
            yield from _pieces(terms, then)
            yield goal
        case App("not", (App("and", parts),)):
            for part in reversed(parts):
                if isinstance(part, App) and part.op == "not":
                    yield from _pieces(terms, part.args[0])
        case App("ite", (_, then, orelse)):
            yield from (*_pieces(terms, then), *_pieces(terms, orelse))
            yield goal
        case Const():
            return
        case _:
            yield goal
