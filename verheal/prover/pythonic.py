"""Formulas over the variables of a program as Python, where Python says the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from verheal.contracts.core.expr import App, Binder, Const, Expr, Var
from verheal.contracts.core.types import BOOL, INT, STR, ClassT, DictT, ListT, SetT

BUILTINS = ("len", "sum", "all", "any", "range")
PLAIN: Mapping[str, str] = MappingProxyType({
    "int.add": "({} + {})", "int.sub": "({} - {})", "int.mul": "({} * {})", "int.neg": "(-{})",
    "int.lt": "({} < {})", "int.le": "({} <= {})", "str.len": "len({})", "str.concat": "({} + {})",
    "str.contains": "({1} in {0})", "str.lt": "({} < {})", "str.le": "({} <= {})", "not": "(not {})",
    "ite": "({1} if {0} else {2})", "implies": "({1} if {0} else True)",
})  # fmt: skip
DIVISIONS: Mapping[str, str] = MappingProxyType({"int.floordiv": "//", "int.mod": "%"})


class NoForm(Exception):
    """Python has no words for it here."""


@dataclass(frozen=True)
class Scope:
    """The variables at the head of the body of the loop `key`.

    `moving` are those that the loop sets, `fixed` those that are set once, before it; `counter` is how many rounds
    lie behind, in Python, or "". `bound` are quantified variables by name, with where they end.
    """

    key: str
    moving: frozenset[str]
    fixed: frozenset[str]
    counter: str
    bound: tuple[tuple[Expr, str, Expr], ...] = ()


def python_of(formula: Expr, scope: Scope, known: frozenset[Expr]) -> str:
    """The formula in Python; `known` holds where it is evaluated. Raises NoForm."""
    return _Writer(scope, known).expression(formula)


@dataclass(frozen=True)
class _Writer:
    scope: Scope
    known: frozenset[Expr]

    def expression(self, formula: Expr) -> str:
        match formula:
            case Const(value=bool() | int() | str() as value) if formula.type in (INT, BOOL, STR):
                return repr(value)
            case Var():
                return self._variable(formula)
            case App(op=("and" | "or") as op, args=args) if args:
                return f"({f' {op} '.join(map(self.expression, args))})"
            case App(op="eq", args=(left, right)) if left.type in (INT, BOOL, STR) and right.type == left.type:
                return f"({self.expression(left)} == {self.expression(right)})"
            case App(op="int.add", args=(left, Const(value=int(by)))) if by < 0:
                return f"({self.expression(left)} - {-by})"
            case App(op=op, args=args) if op in PLAIN and all(one.type in (INT, BOOL, STR) for one in args):
                return PLAIN[op].format(*map(self.expression, args))
            case App(op=op, args=(left, Const(value=int(by)))) if op in DIVISIONS and by:
                return f"({self.expression(left)} {DIVISIONS[op]} {by!r})"
            case App(op="select", args=(table, at)) if not isinstance(table, Const | Binder):
                return self._selected(table, at)
            case App(op="seq.sum", args=(App(op="select", args=(Var(name=name), row)), end)) if (
                name.startswith("data@") and self._within(end, row)
            ):
                return f"sum({self.expression(row)}[:{self.expression(end)}])"
            case Binder():
                return self._quantified(formula)
            case _:
                raise NoForm

    def _variable(self, var: Var) -> str:
        for bound, name, _ in self.scope.bound:
            if bound == var:
                return name
        if var.name == f"{self.scope.key}:index" and self.scope.counter:
            return self.scope.counter
        place, _, rest = var.name.rpartition(f"{self.scope.key}:")
        name = rest.partition(":")[0]
        if not place and var.name.startswith(f"{self.scope.key}:") and ":" in rest and name in self.scope.moving:
            return name
        plain = var.name.partition(":")[0]
        if plain in self.scope.fixed:
            return plain
        raise NoForm

    def _selected(self, table: Expr, at: Expr) -> str:
        match table, at:
            case Var(name=name), _ if name.startswith("len@") and isinstance(at.type, ListT):
                return f"len({self.expression(at)})"
            case Var(name=name), _ if name.startswith("size@") and isinstance(at.type, DictT):
                return f"len({self.expression(at)})"
            case Var(name=name), Var() if name.startswith("field@") and isinstance(at.type, ClassT):
                attribute = name.rpartition(".")[2]
                if attribute.startswith("__"):  # mangled where it stands
                    raise NoForm
                return f"{self.expression(at)}.{attribute}"
            case App(op="select", args=(Var(name=name), row)), _ if name.startswith("data@") and self._inside(at, row):
                return f"{self.expression(row)}[{self.expression(at)}]"
            case App(op="select", args=(Var(name=name), row)), _ if (
                name.startswith("has@") and isinstance(row.type, SetT | DictT) and at.type in (INT, STR)
            ):
                return f"({self.expression(at)} in {self.expression(row)})"
            case _:
                raise NoForm

    def _inside(self, at: Expr, row: Expr) -> bool:
        """Is it surely an index: a quantified variable from 0 on, up to a bound that is within the row?"""
        return any(var == at and self._within(end, row) for var, _, end in self.scope.bound)

    def _within(self, end: Expr, row: Expr) -> bool:
        """0 <= end <= len(row), as the invariants say."""
        if not isinstance(row.type, ListT):
            return False
        for fact in self.known:
            match fact:
                case App(op="int.le", args=(low, App(op="select", args=(Var(name=name), of)))) if (
                    low == end and of == row and name.startswith("len@") and self._not_negative(end)
                ):
                    return True
                case _:
                    pass
        match end:
            case App(op="select", args=(Var(name=name), of)):
                return of == row and name.startswith("len@")
            case _:
                return False

    def _not_negative(self, end: Expr) -> bool:
        return App("int.le", (Const(0, INT), end), BOOL) in self.known

    def _quantified(self, formula: Binder) -> str:
        first, end = formula.low, formula.high
        if formula.kind != "forall" or formula.var.type != INT or end is None:
            raise NoForm
        if not (isinstance(first, Const) and isinstance(first.value, int) and first.value >= 0):
            raise NoForm
        low, high = self.expression(first), self.expression(end)
        taken = {name for _, name, _ in self.scope.bound} | self.scope.moving | self.scope.fixed
        free = (name for name in ("k", "j", "at", "place") if name not in taken and name not in self.scope.counter)
        name = next(free, "")
        if not name:
            raise NoForm
        inner = replace(self.scope, bound=(*self.scope.bound, (formula.var, name, end)))
        body = _Writer(inner, self.known).expression(formula.body)
        span = high if low == "0" else f"{low}, {high}"
        return f"all({body} for {name} in range({span}))"
