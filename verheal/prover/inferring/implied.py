"""Which conditions others say as well: those need not be shown, nor asked about while the others stand.

Only what is displayed rests on the answers. Every value counts as a number, an object is known by what it equals.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from verheal.prover.inferring.words import Words

TIMEOUT = 200  # milliseconds for one question
COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "__lt__", ast.LtE: "__le__", ast.Gt: "__gt__", ast.GtE: "__ge__",
    ast.Eq: "__eq__", ast.Is: "__eq__", ast.NotEq: "__ne__", ast.IsNot: "__ne__",
}  # fmt: skip


def lean(texts: Sequence[str], words: Words, given: Sequence[str] = ()) -> tuple[str, ...]:
    """Those that the others do not say, nor what is `given`; of equals the first stays."""
    logic = _Logic(words.real, words.strings)
    known = [formula for text in given if (formula := logic.formula(text)) is not None]
    formulas = {text: formula for text in texts if (formula := logic.formula(text)) is not None}
    kept = dict.fromkeys(texts)
    for text in reversed(list(formulas)):
        others = [formulas[other] for other in kept if other != text and other in formulas]
        if logic.follows([*known, *others], formulas[text]):
            del kept[text]
    return tuple(kept)


@dataclass
class _Logic:
    """`real`: there may be numbers between two ints. `strings` are expressions of texts."""

    real: bool
    strings: frozenset[str]
    z3: Any = field(init=False)
    sort: Any = field(init=False)
    laws: list[Any] = field(init=False)
    bound: dict[str, Any] = field(default_factory=dict)
    literals: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        import z3

        self.z3 = z3
        self.sort = z3.RealSort() if self.real else z3.IntSort()
        a, b = z3.Const("a", self.sort), z3.Const("b", self.sort)
        size, within, part = self.function("len", 1), self.relation("in"), self.relation("part")
        begins, ends = self.relation("startswith"), self.relation("endswith")
        same = self.function("sorted", 1)
        self.laws = [
            z3.ForAll([a], size(a) >= 0, patterns=[size(a)]),
            z3.ForAll([a, b], z3.Implies(begins(b, a), part(b, a))),
            z3.ForAll([a, b], z3.Implies(ends(b, a), part(b, a))),
            z3.ForAll([a, b], z3.Implies(within(b, a), size(a) > 0)),
            z3.ForAll([a, b], z3.Implies(part(b, a), size(b) <= size(a))),
            z3.ForAll([a, b], z3.Implies(a == b, z3.And(begins(a, b), ends(a, b))), patterns=[part(a, b)]),
            z3.ForAll([a, b], z3.Implies(a == b, begins(a, b)), patterns=[begins(a, b)]),
            z3.ForAll([a, b], z3.Implies(a == b, ends(a, b)), patterns=[ends(a, b)]),
            z3.ForAll([a], size(same(a)) == size(a), patterns=[same(a)]),
            z3.ForAll([a, b], within(b, same(a)) == within(b, a), patterns=[within(b, same(a))]),
        ]

    def follows(self, known: Sequence[Any], goal: Any) -> bool:
        """Does the goal follow? False where that is not found out soon."""
        solver = self.z3.Solver()
        solver.set("timeout", TIMEOUT)
        solver.add(*self.laws, *known, self.z3.Not(goal))
        if len(self.literals) > 1:
            solver.add(self.z3.Distinct(*self.literals.values()))
        try:
            return bool(solver.check() == self.z3.unsat)
        except self.z3.Z3Exception:
            return False

    def function(self, name: str, arity: int) -> Any:
        """A function of values, of which nothing is known but the laws."""
        return self.z3.Function(name, *[self.sort] * (arity + 1))

    def relation(self, name: str) -> Any:
        """A relation of two values."""
        return self.z3.Function(name, self.sort, self.sort, self.z3.BoolSort())

    def formula(self, text: str) -> Any:
        """None for what is no expression, or cannot be said."""
        try:
            return self.truth(ast.parse(text, mode="eval").body)
        except (SyntaxError, self.z3.Z3Exception, AttributeError):
            return None

    def truth(self, node: ast.expr) -> Any:
        """A condition."""
        z3 = self.z3
        match node:
            case ast.BoolOp(op=ast.And(), values=parts):
                return z3.And(*map(self.truth, parts))
            case ast.BoolOp(values=parts):
                return z3.Or(*map(self.truth, parts))
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                return z3.Not(self.truth(inner))
            case ast.Compare(left=left, ops=ops, comparators=others):
                sides = [left, *others]
                return z3.And(*(self.compared(sides[i], op, sides[i + 1]) for i, op in enumerate(ops)))
            case ast.Call(func=ast.Name(id="all"), args=[ast.GeneratorExp(elt=body, generators=[over])]):
                return self.every(body, over)
            case ast.Call(func=ast.Attribute(value=of, attr="startswith" | "endswith" as name), args=[part]):
                return self.relation(name)(self.value(part), self.value(of))
            case ast.Constant(value=bool() as known):
                return z3.BoolVal(known)
            case _:
                return z3.Function("true", self.sort, z3.BoolSort())(self.value(node))

    def every(self, body: ast.expr, over: ast.comprehension) -> Any:
        """What holds of all items."""
        name = ast.unparse(over.target)
        item = self.bound[name] = self.z3.Const(f"{name} of a collection", self.sort)
        held = self.relation("in")(item, self.value(over.iter))
        made = self.z3.ForAll([item], self.z3.Implies(held, self.truth(body)), patterns=[held])
        del self.bound[name]
        return made

    def compared(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> Any:
        """One comparison; of two conditions it is about their truth."""
        z3 = self.z3
        match op, right:
            case ast.In(), ast.Tuple(elts=items):
                return z3.Or(*(self.value(left) == self.value(item) for item in items))
            case ast.In(), _:
                whole = "part" if ast.unparse(right) in self.strings else "in"
                return self.relation(whole)(self.value(left), self.value(right))
            case ast.NotIn(), _:
                return z3.Not(self.compared(left, ast.In(), right))
            case ast.Eq(), ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
                return self.truth(left) == self.truth(right)
            case _:
                return getattr(self.value(left), COMPARISONS[type(op)])(self.value(right))

    def value(self, node: ast.expr) -> Any:
        """Any other expression."""
        z3 = self.z3
        match node:
            case ast.Constant(value=bool() | None | str() as known):
                text = ast.unparse(node)
                if text not in self.literals:
                    self.literals[text] = z3.Const(text, self.sort)
                    size = self.function("len", 1)(self.literals[text])
                    self.laws += [size == len(known)] if isinstance(known, str) else []
                return self.literals[text]
            case ast.Constant(value=int() as number):
                return z3.RealVal(number) if self.real else z3.IntVal(number)
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return -self.value(inner)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self.value(left) + self.value(right)
            case ast.BinOp(left=left, op=ast.Sub(), right=right):
                return self.value(left) - self.value(right)
            case ast.Call(func=ast.Name(id="min" | "max" as name), args=[one, other]):
                a, b = self.value(one), self.value(other)
                return z3.If((a <= b) == z3.BoolVal(name == "min"), a, b)
            case ast.Call(func=ast.Name(id=name), args=args) if args:
                return self.function(name, len(args))(*map(self.value, args))
            case ast.Name(id=name) if name in self.bound:
                return self.bound[name]
            case _:
                return z3.Const(ast.unparse(node), self.sort)
