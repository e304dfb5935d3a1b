"""SMT-LIB text of every operator of `core/ops.py`, with the same meaning also where that is only fixed, not
useful.

Each builder gets the application, the texts of its arguments and the sorts of the text under way.
"""
from __future__ import annotations

from collections.abc import Callable

from verheal.contracts.core.expr import App, Const, Expr
from verheal.contracts.core.ops import floordiv, modulo, to_float
from verheal.contracts.core.types import NoneT, UnionT, show
from verheal.contracts.smt.literals import float_text, integer_text
from verheal.contracts.smt.sorts import Sorts

Builder = Callable[[App, tuple[str, ...], Sorts], str]

ZERO = "(_ +zero 11 53)"
NOT_A_NUMBER = "(_ NaN 11 53)"


def _apply(head: str) -> Builder:
    return lambda _, args, __: f"({head} {' '.join(args)})"


def _form(template: str) -> Builder:
    return lambda _, args, __: template.format(*args)


def _connective(head: str, neutral: str) -> Builder:
    def build(_: App, args: tuple[str, ...], __: Sorts) -> str:
        return f"({head} {' '.join(args)})" if len(args) > 1 else args[0] if args else neutral

    return build


def _once(builder: Builder) -> Builder:
    """Names compound arguments, for builders that use one twice: nesting would double the text each time."""

    def build(node: App, args: tuple[str, ...], sorts: Sorts) -> str:
        compound = [i for i, text in enumerate(args) if text.startswith("(")]
        names = tuple(f"v{i}" if i in compound else text for i, text in enumerate(args))
        body = builder(node, names, sorts)
        if body in names or not compound:
            return builder(node, args, sorts)
        return f"(let ({' '.join(f'(v{i} {args[i]})' for i in compound)}) {body})"

    return build


def _number(term: Expr) -> int | None:
    return term.value if isinstance(term, Const) and isinstance(term.value, int) else None


def _floor_division(op: str, fold: Callable[[int, int], int]) -> Builder:
    """SMT-LIB rounds so that the remainder is not negative, Python so that it has the divisor's sign."""
    sign = "- " if op == "mod" else ""

    def build(node: App, args: tuple[str, ...], _: Sorts) -> str:
        top, bottom = _number(node.args[0]), _number(node.args[1])
        a, b = args
        if bottom is not None:
            if top is not None:
                return integer_text(fold(top, bottom))
            if bottom > 0:
                return f"({op} {a} {b})"
            return "0" if bottom == 0 else _mirrored(op, sign, a, integer_text(-bottom))
        return f"(ite (= {b} 0) 0 (ite (> {b} 0) ({op} {a} {b}) {_mirrored(op, sign, a, f'(- {b})')}))"

    return build


def _mirrored(op: str, sign: str, a: str, minus_b: str) -> str:
    inner = f"({op} (- {a}) {minus_b})"
    return f"({sign}{inner})" if sign else inner


def _to_float(node: App, args: tuple[str, ...], _: Sorts) -> str:
    value = _number(node.args[0])
    return float_text(to_float(value)) if value is not None else _rounded(args[0])


def _rounded(number: str) -> str:
    return f"((_ to_fp 11 53) RNE (to_real {number}))"


def _truediv(node: App, args: tuple[str, ...], sorts: Sorts) -> str:
    """Both operands exact below 2**53, so that IEEE division rounds once; above it the quotient is a
    function.
    """
    a, b = args
    limit = 2**53
    small = f"(and (<= (- {limit}) {a} {limit}) (<= (- {limit}) {b} {limit}))"
    large = sorts.function("f.truediv", (node.args[0].type, node.args[1].type), node.type)
    return f"(ite (= {b} 0) {ZERO} (ite {small} (fp.div RNE {_rounded(a)} {_rounded(b)}) ({large} {a} {b})))"


def _finite(value: str) -> str:
    return f"(not (or (fp.isNaN {value}) (fp.isInfinite {value})))"


def _float_to_int(_: App, args: tuple[str, ...], __: Sorts) -> str:
    return f"(ite {_finite(args[0])} (to_int (fp.to_real (fp.roundToIntegral RTZ {args[0]}))) 0)"


def _exactly_representable(term: Expr) -> str | None:
    value = _number(term)
    return float_text(float(value)) if value is not None and abs(value) <= 2**53 else None


def _int_lt_float(node: App, args: tuple[str, ...], _: Sorts) -> str:
    i, f = args
    literal = _exactly_representable(node.args[0])
    if literal:
        return f"(fp.lt {literal} {f})"
    finite = f"(and {_finite(f)} (< (to_real {i}) (fp.to_real {f})))"
    return f"(or (= {f} (_ +oo 11 53)) {finite})"


def _float_lt_int(node: App, args: tuple[str, ...], _: Sorts) -> str:
    f, i = args
    literal = _exactly_representable(node.args[1])
    if literal:
        return f"(fp.lt {f} {literal})"
    finite = f"(and {_finite(f)} (< (fp.to_real {f}) (to_real {i})))"
    return f"(or (= {f} (_ -oo 11 53)) {finite})"


def _int_eq_float(node: App, args: tuple[str, ...], _: Sorts) -> str:
    i, f = args
    literal = _exactly_representable(node.args[0])
    return f"(fp.eq {literal} {f})" if literal else f"(and {_finite(f)} (= (to_real {i}) (fp.to_real {f})))"


def _tuple_make(node: App, args: tuple[str, ...], sorts: Sorts) -> str:
    name = sorts.text(node.type)
    return f"({name}.mk {' '.join(args)})" if args else f"{name}.mk"


def _tuple_get(node: App, args: tuple[str, ...], sorts: Sorts) -> str:
    return f"({sorts.text(node.args[0].type)}.{node.index} {args[0]})"


def _holds_none(kind: object, index: int) -> bool:
    return isinstance(kind, UnionT) and isinstance(kind.alternatives[index], NoneT)


def _union_make(node: App, args: tuple[str, ...], sorts: Sorts) -> str:
    name = f"{sorts.text(node.type)}.{node.index}"
    return name if _holds_none(node.type, node.index) else f"({name} {args[0]})"


def _union_get(node: App, args: tuple[str, ...], sorts: Sorts) -> str:
    kind = node.args[0].type
    if _holds_none(kind, node.index):
        sorts.text(node.type)
        return "none"
    return f"({sorts.text(kind)}.{node.index}.get {args[0]})"


def _union_is(node: App, args: tuple[str, ...], sorts: Sorts) -> str:
    kind = node.args[0].type
    name = f"{sorts.text(kind)}.{node.index}"
    return f"(= {args[0]} {name})" if _holds_none(kind, node.index) else f"((_ is {name}) {args[0]})"


def _map_const(node: App, args: tuple[str, ...], sorts: Sorts) -> str:
    return f"((as const {sorts.text(node.type)}) {args[0]})"


def _function(base: str) -> Builder:
    def build(node: App, args: tuple[str, ...], sorts: Sorts) -> str:
        name = sorts.function(base, tuple(arg.type for arg in node.args), node.type)
        return f"({name} {' '.join(args)})"

    return build


def _pure(node: App, args: tuple[str, ...], sorts: Sorts) -> str:
    """A function by its name, which the first argument is."""
    name, *rest = node.args
    assert isinstance(name, Const)
    base = f"p.{_symbol(str(name.value))}.{_symbol(show(node.type))}"
    function = sorts.function(base, tuple(arg.type for arg in rest), node.type)
    return f"({function} {' '.join(args[1:])})" if rest else function


def _symbol(name: str) -> str:
    """The name in letters that a symbol may have; other characters by their numbers, so that no two become one."""
    return "".join(c if c.isascii() and c.isalnum() else f".{ord(c)}." for c in name)


def _lawful(op: str, exact: Builder) -> Builder:
    """The exact text where arguments are literals, else a function of which only the laws of facts.py are known."""
    opaque = _function(f"f.{op}")

    def build(node: App, args: tuple[str, ...], sorts: Sorts) -> str:
        return (opaque if is_opaque(node) else exact)(node, args, sorts)

    return build


OPERATORS: dict[str, Builder] = {
    "int.add": _apply("+"),
    "int.sub": _apply("-"),
    "int.mul": _apply("*"),
    "int.neg": _apply("-"),
    "int.floordiv": _once(_floor_division("div", floordiv)),
    "int.mod": _once(_floor_division("mod", modulo)),
    "int.pow": _function("f.pow"),
    "int.pow_below": _function("f.pow_below"),
    "int.gcd": _function("f.gcd"),
    "int.isqrt": _function("f.isqrt"),
    "int.factorial": _function("f.factorial"),
    "int.comb": _function("f.comb"),
    "int.and": _function("f.and"),
    "int.lt": _apply("<"),
    "int.le": _apply("<="),
    "int.truediv": _once(_truediv),
    "int.of_bool": _form("(ite {0} 1 0)"),
    "int.to_float": _to_float,
    "int.to_str": _once(_form('(ite (< {0} 0) (str.++ "-" (str.from_int (- {0}))) (str.from_int {0}))')),
    "eq": _apply("="),
    "ite": _apply("ite"),
    "not": _apply("not"),
    "and": _connective("and", "true"),
    "or": _connective("or", "false"),
    "implies": _apply("=>"),
    "float.add": _apply("fp.add RNE"),
    "float.sub": _apply("fp.sub RNE"),
    "float.mul": _apply("fp.mul RNE"),
    "float.div": _once(_form("(ite (fp.isZero {1}) " + NOT_A_NUMBER + " (fp.div RNE {0} {1}))")),
    "float.neg": _apply("fp.neg"),
    "float.abs": _apply("fp.abs"),
    "float.lt": _apply("fp.lt"),
    "float.le": _apply("fp.leq"),
    "float.eq": _apply("fp.eq"),
    "float.isnan": _apply("fp.isNaN"),
    "float.isinf": _apply("fp.isInfinite"),
    "float.to_int": _once(_float_to_int),
    "mixed.int_lt_float": _once(_int_lt_float),
    "mixed.float_lt_int": _once(_float_lt_int),
    "mixed.int_eq_float": _once(_int_eq_float),
    "str.len": _apply("str.len"),
    "str.concat": _apply("str.++"),
    "str.at": _apply("str.at"),
    "str.slice": _once(_form('(ite (and (<= 0 {1}) (<= {1} {2})) (str.substr {0} {1} (- {2} {1})) "")')),
    "str.contains": _apply("str.contains"),
    "str.startswith": _form("(str.prefixof {1} {0})"),
    "str.endswith": _form("(str.suffixof {1} {0})"),
    "str.lt": _apply("str.<"),
    "str.le": _apply("str.<="),
    "str.find": _form("(str.indexof {0} {1} 0)"),
    "str.replace": _apply("str.replace_all"),
    "tuple.make": _tuple_make,
    "tuple.get": _tuple_get,
    "union.make": _union_make,
    "union.get": _union_get,
    "union.is": _union_is,
    "ref.cast": lambda _, args, __: args[0],
    "select": _apply("select"),
    "store": _apply("store"),
    "map.const": _map_const,
    "seq.sum": _function("f.sum"),
    "seq.min": _function("f.min"),
    "seq.max": _function("f.max"),
    "seq.sorted": _function("f.sorted"),
    "seq.count": _function("f.count"),
    "seq.places": _function("f.places"),
    "pure": _pure,
    "set.card": _function("f.card"),
    "set.union": _function("f.union"),
    "set.intersection": _function("f.intersection"),
    "set.difference": _function("f.difference"),
}

# Arithmetic on doubles, which solvers do bit by bit. Comparisons, literals and equality stay exact.
ARITHMETIC = (
    "float.add", "float.sub", "float.mul", "float.div", "float.to_int", "int.to_float", "int.truediv",
)
# Comparisons of an int with a double, which go by way of real numbers; with a literal they do not.
MIXED = ("mixed.int_lt_float", "mixed.float_lt_int", "mixed.int_eq_float")


def is_opaque(term: App) -> bool:
    """Is it, in a text that is weaker, a function of which only laws are known?"""
    literal = [isinstance(arg, Const) for arg in term.args]
    return (term.op in ARITHMETIC and not all(literal)) or (term.op in MIXED and not any(literal))


LAWFUL: dict[str, Builder] = {**OPERATORS, **{op: _lawful(op, OPERATORS[op]) for op in (*ARITHMETIC, *MIXED)}}
