"""The canonical SMT-LIB text of a sequent.

Names depend on the order of first occurrence only, so that the text, and with it the formula key,
outlives edits elsewhere in the file. The text holds declarations, zero-parameter definitions of shared
terms, asserts, and one `(check-sat)`; unsat means that the sequent is valid. Both z3 and cvc5 read it.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from verheal.contracts.core.expr import App, Binder, Const, Expr, Var, children
from verheal.contracts.core.types import MapT
from verheal.contracts.smt.counts import for_counts
from verheal.contracts.smt.facts import facts
from verheal.contracts.smt.literals import Unprintable, literal_text
from verheal.contracts.smt.normal import normalised
from verheal.contracts.smt.operators import LAWFUL, OPERATORS, Builder, is_opaque
from verheal.contracts.smt.patterns import alternatives
from verheal.contracts.smt.slicing import relevant
from verheal.contracts.smt.sorts import Sorts
from verheal.contracts.smt.terms import bound_variables, free_variables, postorder, uses

__all__ = ["Printed", "Unprintable", "has_arithmetic_on_doubles", "print_sequent", "render"]


@dataclass(frozen=True)
class Printed:
    """A text, and which variable each of its constants `x0`, `x1` ... stands for."""

    text: str
    names: tuple[tuple[str, Var], ...]


@dataclass(frozen=True)
class _Scope:
    """The bound variables around a place with their names, and the texts of terms that mention them."""

    names: dict[Var, str] = field(default_factory=dict)
    depth: int = 0
    memo: dict[Expr, str] = field(default_factory=dict)

    def enter(self, variables: tuple[Var, ...]) -> _Scope:
        """The scope inside a binder; names go by depth, so that renaming bound variables changes no text."""
        names = {**self.names, **{var: f"k{self.depth + i}" for i, var in enumerate(variables)}}
        return _Scope(names, self.depth + len(variables))


def print_sequent(assumptions: tuple[Expr, ...], goal: Expr, *, slice: bool = False) -> str:
    """The text of `assumptions |- goal`; see `render`. Raises Unprintable."""
    return render(assumptions, goal, slice=slice).text


def render(
    assumptions: tuple[Expr, ...],
    goal: Expr,
    *,
    slice: bool = False,
    with_facts: bool = True,
    lawful: bool = False,
) -> Printed:
    """The text of `assumptions |- goal` with its name map. Raises Unprintable where a term has no text.

    `slice` leaves out assumptions that share no variable with the goal, directly or through others: sound for
    unsat; a model may then break them. The laws of operators that solvers do not know join the assumptions.
    `lawful` prints arithmetic on doubles as functions of which only laws are known, not bits: its unsat is as
    good as that of the exact text, and far cheaper where the bits do not matter; its models may be artefacts.
    """
    kept, goal = for_counts(tuple(dict.fromkeys(assumptions)), goal)
    kept = relevant(kept, goal) if slice else kept
    if with_facts:
        kept = kept + facts((*kept, goal), doubles=lawful)
    *kept_forms, goal = normalised((*kept, goal))
    kept = tuple(kept_forms)
    printer = _Printer((*kept, goal), LAWFUL if lawful else OPERATORS)
    asserted = [printer.text(fact, _Scope()) for fact in kept]
    refuted = printer.text(goal, _Scope())
    lines = ["(set-logic ALL)", *printer.sorts.lines, *printer.lines]
    lines += [f"(assert {fact})" for fact in asserted]
    lines += [f"(assert (not {refuted}))", "(check-sat)", ""]
    return Printed("\n".join(lines), tuple((name, var) for var, name in printer.constants.items()))


def has_arithmetic_on_doubles(assumptions: tuple[Expr, ...], goal: Expr) -> bool:
    """Does a `lawful` text differ from the exact one?"""
    terms = (term for term in postorder((*assumptions, goal)) if isinstance(term, App))
    return any(is_opaque(term) for term in terms)


class _Printer:
    """State of one text: what is declared, and the texts of closed terms."""

    def __init__(self, roots: tuple[Expr, ...], operators: dict[str, Builder]) -> None:
        self.operators = operators
        self.sorts = Sorts()
        self.lines: list[str] = []
        self.constants: dict[Var, str] = {}
        self.bound = bound_variables(roots)
        self.open = free_variables(roots, self.bound)
        self.counts = uses(roots)
        self.closed: dict[Expr, str] = {}
        self.definitions = 0
        self.maps: dict[tuple[str, str], str] = {}

    def text(self, root: Expr, scope: _Scope) -> str:
        """Text of a term whose open variables are named in the scope."""
        for term in postorder((root,), _within, lambda part: self._is_known(part, scope)):
            self._remember(term, scope)
        return self._known(root, scope)

    def _is_known(self, term: Expr, scope: _Scope) -> bool:
        return term in scope.memo if self.is_open(term, scope) else term in self.closed

    def is_open(self, term: Expr, scope: _Scope) -> bool:
        """Does the term mention a variable that is bound around this place?"""
        return any(var in scope.names for var in self.open_variables(term))

    def open_variables(self, term: Expr) -> frozenset[Var]:
        """Variables of the term that some binder binds; terms made for patterns are not in the table."""
        if term not in self.open:
            self.open.update(free_variables((term,), self.bound))
        return self.open[term]

    def _known(self, term: Expr, scope: _Scope) -> str:
        return scope.memo[term] if self.is_open(term, scope) else self.closed[term]

    def _remember(self, term: Expr, scope: _Scope) -> None:
        text = self._compose(term, scope)
        if self.is_open(term, scope):
            scope.memo[term] = text
        elif self.open_variables(term):
            # Free here, bound elsewhere: kept out of the table of definitions, which know no scope.
            self.closed[term] = text
        else:
            self.closed[term] = self._define(term, text)

    def _define(self, term: Expr, text: str) -> str:
        """Terms used more than once get a name."""
        deep = isinstance(term, App) and any(isinstance(part, App | Binder) for part in term.args)
        forall = isinstance(term, Binder) and term.kind == "forall"
        if self.counts.get(term, 0) < 2 or not (deep or forall):
            return text
        name = f"d{self.definitions}"
        self.definitions += 1
        self.lines.append(f"(define-fun {name} () {self.sorts.text(term.type)} {text})")
        return name

    def _compose(self, term: Expr, scope: _Scope) -> str:
        match term:
            case Const():
                self.sorts.text(term.type)
                return literal_text(term)
            case Var():
                return scope.names.get(term) or self._constant(term)
            case Binder(kind="forall"):
                return self._forall(term, scope)
            case Binder(var=var, body=body):
                return self._map(term, (var,), body, scope)
            case App(op="map.const", args=(value,)) if not _is_value(value):
                assert isinstance(term.type, MapT)
                return self._map(term, (Var("any key", term.type.key),), value, scope)
            case App():
                builder = self.operators.get(term.op)
                if builder is None:
                    raise Unprintable(f"the operator {term.op}")
                return builder(term, tuple(self._known(arg, scope) for arg in term.args), self.sorts)

    def _constant(self, var: Var) -> str:
        if var not in self.constants:
            sort = self.sorts.text(var.type)
            self.constants[var] = f"x{len(self.constants)}"
            self.lines.append(f"(declare-const {self.constants[var]} {sort})")
        return self.constants[var]

    def _forall(self, term: Binder, scope: _Scope) -> str:
        variables, guards, body = _prefix(term)
        inner = scope.enter(variables)
        # A bound is read outside its own binder: a variable of the same name there is another one.
        around = [scope.enter(variables[:number]) for number in range(len(variables))]
        texts = [
            self._bounds(inner.names[var], low, high, outside)
            for (var, low, high), outside in zip(guards, around, strict=True)
        ]
        guard = [text for pair in texts for text in pair]
        core = self._body(body, inner)
        if guard:
            core = f"(=> {guard[0] if len(guard) == 1 else '(and ' + ' '.join(guard) + ')'} {core})"
        patterns = alternatives(variables, body, self.open)
        if patterns:
            plain = scope.enter(variables)
            plain.memo.update({part: text for part, text in inner.memo.items() if not _within(part)})
            shown = (" ".join(self.text(read, plain) for read in group) for group in patterns)
            core = f"(! {core}" + "".join(f" :pattern ({group})" for group in shown) + ")"
        return f"(forall ({self._binding(variables, inner)}) {core})"

    def _binding(self, variables: Iterable[Var], scope: _Scope) -> str:
        return " ".join(f"({scope.names[var]} {self.sorts.text(var.type)})" for var in variables)

    def _bounds(self, name: str, low: Expr | None, high: Expr | None, scope: _Scope) -> list[str]:
        found = [] if low is None else [f"(<= {self.text(low, scope)} {name})"]
        return found if high is None else [*found, f"(< {name} {self.text(high, scope)})"]

    def _body(self, body: Expr, scope: _Scope) -> str:
        """Text of a binder's body; open terms that it uses twice are named by `let`."""
        counts = uses((body,), _within)
        shared = [
            term for term in postorder((body,), _within)
            if counts[term] > 1 and isinstance(term, App) and self.is_open(term, scope) and _within(term)
        ]
        opening = ""
        for number, term in enumerate(shared):
            name = f"l{scope.depth}.{number}"
            opening += f"(let (({name} {self.text(term, scope)})) "
            scope.memo[term] = name
        return opening + self.text(body, scope) + ")" * len(shared)

    def _map(self, term: Expr, variables: tuple[Var, ...], body: Expr, scope: _Scope) -> str:
        """A map defined pointwise: a constant, or a function of the bound variables around it, with its
        law.
        """
        around = tuple(var for var in scope.names if var in self.open_variables(term))
        outer = _Scope().enter(around)
        inner = outer.enter(variables)
        body_text = self._body(body, inner)
        sorts = " ".join(self.sorts.text(var.type) for var in around)
        signature = f"({sorts}) {self.sorts.text(term.type)}"
        if (signature, body_text) not in self.maps:
            name = f"m{len(self.maps)}"
            self.maps[signature, body_text] = name
            self.lines.append(f"(declare-fun {name} {signature})")
            whole = _applied(name, (outer.names[var] for var in around))
            read = f"(select {whole} {inner.names[variables[0]]})"
            law = f"(! (= {read} {body_text}) :pattern ({read}))"
            self.lines.append(f"(assert (forall ({self._binding((*around, *variables), inner)}) {law}))")
        return _applied(self.maps[signature, body_text], (scope.names[var] for var in around))


def _applied(name: str, arguments: Iterable[str]) -> str:
    joined = " ".join(arguments)
    return f"({name} {joined})" if joined else name


def _within(term: Expr) -> tuple[Expr, ...]:
    """Parts of a term that are printed in the same scope as the term."""
    return () if isinstance(term, Binder) or _is_defined_map(term) else children(term)


def _is_defined_map(term: Expr) -> bool:
    return isinstance(term, App) and term.op == "map.const" and not _is_value(term.args[0])


def _is_value(term: Expr) -> bool:
    """A literal, as cvc5 asks of the value of a constant array."""
    if isinstance(term, App):
        made = term.op in ("tuple.make", "union.make", "map.const")
        return made and all(_is_value(arg) for arg in term.args)
    return isinstance(term, Const)


def _prefix(term: Binder) -> tuple[tuple[Var, ...], list[tuple[Var, Expr | None, Expr | None]], Expr]:
    """The variables, bounds and body of directly nested quantifiers, as one."""
    variables: list[Var] = [term.var]
    guards = [(term.var, term.low, term.high)]
    body = term.body
    while isinstance(body, Binder) and body.kind == "forall" and body.var not in variables:
        variables.append(body.var)
        guards.append((body.var, body.low, body.high))
        body = body.body
    return tuple(variables), guards, body
