"""Hash-consed expressions and their smart constructors.

Every law is an equation that holds for all arguments under the concrete meaning in `core/ops.py`; the tests
check each one there. Equal terms of one `Terms` are one object, so that graphs stay shared and comparison is
by identity. Bound variables are renamed to `%n`, with n above every other bound variable inside: alpha-equal
terms are equal and no substitution captures.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable

from verheal.contracts.core.expr import FALSE, TRUE, App, Binder, Const, Expr, Var, integer
from verheal.contracts.core.types import BOOL, INT, MapT, Type
from verheal.contracts.obligations import arithmetic, booleans, containers, folding, ranges

Leaf = Callable[[Var], Expr]
_EXPANDED = 8  # a quantifier over at most so many known integers becomes a conjunction


class Terms:
    """The expressions of one run. `older` are addresses below `alloc`, by what every run assumes of its inputs."""

    older: frozenset[Expr] = frozenset()

    def __init__(self) -> None:
        self._table: dict[Expr, Expr] = {}
        self._made: dict[tuple[str, int, tuple[Expr, ...], Type], Expr] = {}
        self._levels: dict[Expr, int] = {}
        self._placeholders = 0
        self._rules = dict(booleans.RULES + arithmetic.RULES + containers.RULES)
        self.true = self.intern(TRUE)
        self.false = self.intern(FALSE)

    @property
    def size(self) -> int:
        """Number of distinct terms made so far."""
        return len(self._table)

    def intern(self, term: Expr) -> Expr:
        """The one object that stands for this term; its parts must be interned."""
        known = self._table.get(term)
        if known is not None:
            return known
        self._table[term] = term
        level = self._level(term)
        if level:
            self._levels[term] = level
        return term

    def _level(self, term: Expr) -> int:
        levels = self._levels
        match term:
            case App(_, args):
                return max([levels.get(part, 0) for part in args], default=0) if levels else 0
            case Var(name) if name.startswith("%") and name[1:].isdigit():
                return int(name[1:])
            case Binder(_, var, body, _, low, high):
                return max(levels.get(part, 0) for part in (var, body, low, high) if part is not None)
            case _:
                return 0

    def make(self, op: str, args: tuple[Expr, ...], kind: Type, index: int = 0) -> Expr:
        """The application, simplified; the arguments must be interned."""
        key = (op, index, args, kind)
        known = self._made.get(key)
        if known is None:
            known = self._simplified(op, args, kind, index)
            self._made[key] = known
        return known

    def _simplified(self, op: str, args: tuple[Expr, ...], kind: Type, index: int) -> Expr:
        literal = folding.fold(op, args, kind)
        if literal is not None:
            return self.intern(literal)
        rule = self._rules.get(op)
        found = rule(self, args, kind, index) if rule is not None else None
        if found is None and op in folding.PUSHED:
            found = folding.push(self, op, args, kind)
        return found if found is not None else self.intern(App(op, args, kind, index))

    def number(self, value: int) -> Expr:
        """An int literal."""
        return self.intern(integer(value))

    def negate(self, term: Expr) -> Expr:
        """Negation."""
        return self.make("not", (term,), BOOL)

    def conj(self, terms: Iterable[Expr]) -> Expr:
        """Conjunction."""
        return self.make("and", tuple(terms), BOOL)

    def disj(self, terms: Iterable[Expr]) -> Expr:
        """Disjunction."""
        return self.make("or", tuple(terms), BOOL)

    def implies(self, left: Expr, right: Expr) -> Expr:
        """Implication."""
        return self.make("implies", (left, right), BOOL)

    def ite(self, test: Expr, then: Expr, orelse: Expr) -> Expr:
        """Choice; both branches are of the type of `then`."""
        return self.make("ite", (test, then, orelse), then.type)

    def eq(self, left: Expr, right: Expr) -> Expr:
        """Equality of two terms of one type."""
        return self.make("eq", (left, right), BOOL)

    def binder(
        self, kind: str, var: Var, body: Expr, low: Expr | None = None, high: Expr | None = None
    ) -> Expr:
        """The bound expression under its canonical variable; short known ranges are written out."""
        if kind == "forall" and low is not None and high is not None:
            high = ranges.plain_high(self, low, high)
            body = ranges.narrowed(self, body, {var: (low, high)})
        if kind == "forall":
            short = self._written_out(var, body, low, high)
            if short is not None:
                return short
        canonical = Var(f"%{self._levels.get(body, 0) + 1}", var.type)
        fresh = self.intern(canonical)
        renamed = self.rewrite(body, lambda name: fresh if name == var else self.intern(name))
        if renamed is body and kind == "forall" and low is not None and high is not None:
            return self.implies(self.make("int.lt", (low, high), BOOL), body)  # var does not occur
        result = BOOL if kind == "forall" else MapT(var.type, body.type)
        return self.intern(Binder(kind, canonical, renamed, result, low, high))

    def _written_out(self, var: Var, body: Expr, low: Expr | None, high: Expr | None) -> Expr | None:
        if body is self.true:
            return self.true
        if low is None or high is None:
            return None
        width = self.make("int.sub", (high, low), INT)
        if not isinstance(width, Const) or not isinstance(width.value, int) or width.value > _EXPANDED:
            return None
        parts = []
        for offset in range(width.value):
            value = self.make("int.add", (low, self.number(offset)), INT)
            parts.append(self.instantiate(body, var, value))
        return self.conj(parts)

    def instantiate(self, body: Expr, var: Var, value: Expr) -> Expr:
        """`body` with `value` for the free `var`, without capture."""
        return self.rewrite(body, lambda name: value if name == var else self.intern(name))

    def rewrite(self, term: Expr, leaf: Leaf) -> Expr:
        """The term rebuilt and simplified from its leaves up; each shared part is visited once."""
        done: dict[int, Expr] = {}
        stack: list[Expr] = [term]
        while stack:
            node = stack[-1]
            if id(node) not in done:
                if isinstance(node, App):  # not `match`: this is the inmost loop of all
                    missing = [part for part in node.args if id(part) not in done]
                    if missing:
                        stack += missing[::-1]
                        continue
                    args = tuple([done[id(part)] for part in node.args])
                    done[id(node)] = self.make(node.op, args, node.type, node.index)
                elif isinstance(node, Binder):
                    done[id(node)] = self._under(node, leaf)
                else:
                    done[id(node)] = leaf(node) if isinstance(node, Var) else self.intern(node)
            stack.pop()
        return done[id(term)]

    def _under(self, node: Binder, leaf: Leaf) -> Expr:
        low = None if node.low is None else self.rewrite(node.low, leaf)
        high = None if node.high is None else self.rewrite(node.high, leaf)
        self._placeholders += 1
        var = Var(f"%bound{self._placeholders}", node.var.type)
        placeholder = self.intern(var)
        body = self.rewrite(node.body, lambda name: placeholder if name == node.var else leaf(name))
        return self.binder(node.kind, var, body, low, high)
