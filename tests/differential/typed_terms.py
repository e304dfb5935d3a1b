"""Random typed terms with concrete values for their variables, corner values first."""
from __future__ import annotations

import math
from random import Random

from verheal.contracts.core.expr import TRUE, App, Const, Expr, Var
from verheal.contracts.core.maps import FiniteMap
from verheal.contracts.core.types import BOOL, FLOAT, INT, NONE, STR, MapT, TupleT, Type, UnionT
from verheal.contracts.core.values import Tagged, as_key, from_key

INTS = (0, 1, -1, 2, -2, 3, -3, 7, -7, 10, 2**31, 2**53, 2**53 + 1, -(2**53) - 1, 2**64, 10**30, -(10**30))
FLOATS = (
    0.0, -0.0, 1.0, -1.0, 0.5, -2.5, math.nan, math.inf, -math.inf, 5e-324, 1.7976931348623157e308, 2.0**53,
    0.1, 1e16,
)
STRINGS = (
    "", "a", "b", "ab", "aba", "aa", "é", "€", "\u00df", "\n", '"', "\\u{41}", "0", "-1",
    "\U0001f600", "z",
)
PAIR = TupleT((INT, STR))
CHOICE = UnionT((BOOL, INT, NONE))
ROW = MapT(INT, INT)
DOUBLES = MapT(FLOAT, STR)
KINDS: tuple[Type, ...] = (INT, BOOL, FLOAT, STR, PAIR, CHOICE, ROW, DOUBLES, NONE)

INTS2, FLOATS2, STRINGS2 = (INT, INT), (FLOAT, FLOAT), (STR, STR)
SIGNATURES: tuple[tuple[str, tuple[Type, ...], Type], ...] = (
    *((f"int.{name}", INTS2, INT) for name in ("add", "sub", "mul", "floordiv", "mod")),
    *((f"int.{name}", INTS2, BOOL) for name in ("lt", "le")),
    ("int.neg", (INT,), INT),
    ("int.truediv", INTS2, FLOAT),
    ("int.of_bool", (BOOL,), INT),
    ("int.to_float", (INT,), FLOAT),
    ("int.to_str", (INT,), STR),
    ("not", (BOOL,), BOOL),
    ("and", (BOOL, BOOL), BOOL),
    ("and", (), BOOL),
    ("or", (BOOL, BOOL, BOOL), BOOL),
    ("or", (BOOL,), BOOL),
    ("implies", (BOOL, BOOL), BOOL),
    *((f"float.{name}", FLOATS2, FLOAT) for name in ("add", "sub", "mul", "div")),
    *((f"float.{name}", FLOATS2, BOOL) for name in ("lt", "le", "eq")),
    *((f"float.{name}", (FLOAT,), FLOAT) for name in ("neg", "abs")),
    *((f"float.{name}", (FLOAT,), BOOL) for name in ("isnan", "isinf")),
    ("float.to_int", (FLOAT,), INT),
    ("mixed.int_lt_float", (INT, FLOAT), BOOL),
    ("mixed.float_lt_int", (FLOAT, INT), BOOL),
    ("mixed.int_eq_float", (INT, FLOAT), BOOL),
    ("str.len", (STR,), INT),
    ("str.concat", STRINGS2, STR),
    ("str.at", (STR, INT), STR),
    ("str.slice", (STR, INT, INT), STR),
    *((f"str.{name}", STRINGS2, BOOL) for name in ("contains", "startswith", "endswith", "lt", "le")),
    ("str.find", STRINGS2, INT),
    ("str.replace", (STR, STR, STR), STR),
    ("tuple.make", (INT, STR), PAIR),
    ("select", (ROW, INT), INT),
    ("select", (DOUBLES, FLOAT), STR),
    ("store", (ROW, INT, INT), ROW),
    ("store", (DOUBLES, FLOAT, STR), DOUBLES),
    ("map.const", (INT,), ROW),
    ("map.const", (STR,), DOUBLES),
    *(("eq", (kind, kind), BOOL) for kind in KINDS),
    *(("ite", (BOOL, kind, kind), kind) for kind in KINDS),
)


def literal(value: object, kind: Type) -> Expr:
    """The constant term with this value."""
    match kind:
        case TupleT(items):
            assert isinstance(value, tuple)
            return App("tuple.make", tuple(literal(v, t) for v, t in zip(value, items, strict=True)), kind)
        case UnionT(members):
            assert isinstance(value, Tagged)
            return App("union.make", (literal(value.value, members[value.index]),), kind, value.index)
        case MapT(key, inner):
            assert isinstance(value, FiniteMap)
            term: Expr = App("map.const", (literal(value.default, inner),), kind)
            for stored_key, stored in value.entries.items():
                term = App("store", (term, literal(from_key(stored_key), key), literal(stored, inner)), kind)
            return term
        case _:
            return Const(value, kind)  # type: ignore[arg-type]


class Terms:
    """A generator; `env` collects the values of the variables it made."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.env: dict[str, object] = {}
        self.variables: list[Var] = []

    def value(self, kind: Type) -> object:
        """A value of the type."""
        match kind:
            case TupleT(items):
                return tuple(self.value(item) for item in items)
            case UnionT(members):
                index = self.random.randrange(len(members))
                return Tagged(index, self.value(members[index]))
            case MapT(key, inner):
                size = self.random.randrange(3)
                entries = {as_key(self.value(key)): self.value(inner) for _ in range(size)}
                return FiniteMap(self.value(inner), entries)
            case _:
                pools: dict[Type, tuple[object, ...]] = {
                    INT: INTS, FLOAT: FLOATS, STR: STRINGS, BOOL: (False, True), NONE: (None,),
                }
                if kind == INT and self.random.random() < 0.6:
                    return self.random.randint(-4, 4)
                return self.random.choice(pools[kind])

    def leaf(self, kind: Type) -> Expr:
        """A literal or a variable."""
        value = self.value(kind)
        if self.random.random() < 0.5:
            return literal(value, kind)
        var = Var(f"v{len(self.variables)}", kind)
        self.variables.append(var)
        self.env[var.name] = value
        return var

    def term(self, kind: Type, depth: int) -> Expr:
        """A term of the type."""
        makers = [signature for signature in SIGNATURES if signature[2] == kind]
        if depth == 0 or not makers or self.random.random() < 0.15:
            return self.leaf(kind)
        if self.random.random() < 0.1:
            return self.component(kind, depth)
        return self.apply(*self.random.choice(makers), depth)

    def component(self, kind: Type, depth: int) -> Expr:
        """An item of a tuple, a member of a union that it is, or a test for one."""
        if kind == STR:
            return App("tuple.get", (self.term(PAIR, depth - 1),), STR, 1)
        if kind == BOOL:
            return App("union.is", (self.term(CHOICE, depth - 1),), BOOL, self.random.randrange(3))
        if kind == INT:
            made = App("union.make", (self.term(INT, depth - 1),), CHOICE, 1)
            return App("union.get", (made,), INT, 1)
        if kind == CHOICE:
            return App("union.make", (self.term(INT, depth - 1),), CHOICE, 1)
        return self.leaf(kind)

    def apply(self, op: str, kinds: tuple[Type, ...], result: Type, depth: int) -> Expr:
        """One operator over random arguments."""
        args = tuple(self.term(kind, depth - 1) for kind in kinds)
        if op == "int.truediv":
            # Beyond 2**53 only laws are known of the quotient, not its value.
            args = tuple(App("int.mod", (arg, Const(1000, INT)), INT) for arg in args)
        if op == "str.replace":
            # An empty pattern is outside the operator's law.
            args = (args[0], App("str.concat", (Const("a", STR), args[1]), STR), args[2])
        return App(op, args, result)


__all__ = ["KINDS", "SIGNATURES", "TRUE", "Terms", "literal"]
