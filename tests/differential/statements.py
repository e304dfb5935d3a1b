"""Random statements. Loops end by construction, or nearly: what runs long is cut off by the runner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.differential.expressions import expression, index, iterable, leaf
from tests.differential.kinds import BOOL, FLOAT, INT, STR, Kind, list_of, tuple_of
from tests.differential.scope import Scope

Lines = list[str]
ERRORS = (
    "ValueError",
    "KeyError",
    "IndexError",
    "TypeError",
    "ZeroDivisionError",
    "RuntimeError",
    "Oops",
    "Worse",
)
CAUGHT = (
    "ZeroDivisionError",
    "IndexError",
    "KeyError",
    "ValueError",
    "LookupError",
    "ArithmeticError",
    "Exception",
    "(KeyError, IndexError)",
    "(ZeroDivisionError, Oops)",
    "Oops",
    "AttributeError",
    "UnboundLocalError",
    "TypeError",
    "AssertionError",
)


@dataclass(frozen=True)
class Place:
    """Where a statement stands: kind of the function's result, nesting left, what may be used there."""

    result: Kind
    depth: int
    in_loop: bool = False
    in_handler: bool = False

    def deeper(self, in_loop: bool | None = None, in_handler: bool | None = None) -> Place:
        """One level down."""
        return Place(
            self.result,
            self.depth - 1,
            self.in_loop if in_loop is None else in_loop,
            self.in_handler if in_handler is None else in_handler,
        )


def indented(lines: Lines) -> Lines:
    """One level to the right; never empty."""
    return ["    " + line for line in lines or ["pass"]]


def block(s: Scope, place: Place, most: int = 3) -> Lines:
    """A few statements; what they bind is bound on some paths only afterwards."""
    lines: Lines = []
    with s.branch():
        for _ in range(s.random.randint(1, most)):
            lines += statement(s, place)
    return indented(lines)


def statement(s: Scope, place: Place) -> Lines:
    """One statement."""
    while True:
        makers = SIMPLE if place.depth <= 0 or s.chance(0.6) else COMPOUND
        lines = s.pick(makers)(s, place)
        if lines:
            return lines


def _assign(s: Scope, place: Place) -> Lines:
    if s.vars and s.chance(0.55):
        name = s.pick(tuple(s.vars))
        kind = s.vars[name] if s.chance(0.93) or name.startswith("p") else s.any_kind()
    else:
        name, kind = s.fresh(), s.any_kind()
    note = f": {kind}" if s.chance(0.08) and name not in s.vars else ""
    line = f"{name}{note} = {expression(s, kind, 2)}"
    s.maybe.pop(name, None)
    s.vars[name] = kind
    return [line]


def _augmented(s: Scope, place: Place) -> Lines:
    found = s.where(lambda one: one in (INT, FLOAT, STR) or one.name == "list")
    if not found:
        return []
    name, kind = s.pick(found)
    match kind.name:
        case "int":
            return [f"{name} {s.pick(('+=', '-=', '*=', '//=', '%='))} {expression(s, INT, 1)}"]
        case "float":
            return [f"{name} {s.pick(('+=', '-=', '*=', '/='))} {expression(s, FLOAT, 1)}"]
        case _:
            return [f"{name} += {expression(s, kind, 1)}"]


def _alias(s: Scope, place: Place) -> Lines:
    found = s.where(lambda one: one.name in ("list", "dict", "set") or one.name in s.classes)
    if not found:
        return []
    name, kind = s.pick(found)
    new = s.fresh("a")
    s.vars[new] = kind
    return [f"{new} = {name}"]


def _store(s: Scope, place: Place) -> Lines:
    found = s.where(lambda one: one.name in ("list", "dict"))
    if not found:
        return []
    name, kind = s.pick(found)
    op = s.pick(("=", "=", "+=")) if kind.parts[-1] in (INT, STR) else "="
    value = expression(s, kind.parts[-1], 1)
    at = index(s, 1) if kind.name == "list" else expression(s, kind.parts[0], 1)
    return [f"{name}[{at}] {op} {value}"]


def _mutate(s: Scope, place: Place) -> Lines:
    found = s.where(lambda one: one.name in ("list", "dict", "set"))
    if not found:
        return []
    name, kind = s.pick(found)
    part = leaf(s, kind.parts[0]) if s.chance(0.6) else expression(s, kind.parts[0], 1)
    match kind.name:
        case "list":
            methods = [
                f"append({part})",
                f"append({part})",
                f"insert({index(s, 1)}, {part})",
                f"extend({leaf(s, kind)})",
                "pop()",
                "pop(0)",
                "reverse()",
                "clear()",
                f"pop({index(s, 1)})",
            ]
            if kind.parts[0] == INT:
                methods += ["sort()", "sort(reverse=True)", f"remove({part})"]
            if s.chance(0.08):
                return [f"del {name}[{index(s, 1)}]"]
        case "set":
            methods = [
                f"add({part})",
                f"add({part})",
                f"discard({part})",
                f"remove({part})",
                "clear()",
                f"update({leaf(s, kind)})",
            ]
        case _:
            if s.chance(0.25):
                return [f"del {name}[{part}]"]
            methods = [
                f"pop({part})",
                f"setdefault({part}, {leaf(s, kind.parts[1])})",
                "clear()",
                f"pop({part}, {leaf(s, kind.parts[1])})",
            ]
    return [f"{name}.{s.pick(methods)}"]


def _attribute(s: Scope, place: Place) -> Lines:
    found = s.where(lambda one: one.name in s.classes)
    if not found:
        return []
    name, one = s.pick(found)
    field, kind = s.pick(s.classes[one.name].fields)
    if kind in (INT, FLOAT) and s.chance(0.4):
        return [f"{name}.{field} {s.pick(('+=', '-=', '*='))} {expression(s, kind, 1)}"]
    if kind.name == "list" and s.chance(0.5):
        return [f"{name}.{field}.append({leaf(s, kind.parts[0])})"]
    return [f"{name}.{field} = {expression(s, kind, 1)}"]


def _unpack(s: Scope, place: Place) -> Lines:
    a, b = s.fresh(), s.fresh()
    if s.chance(0.25):
        found = s.where(lambda one: one == list_of(INT))
        if found:
            s.vars |= {a: INT, b: INT}
            return [f"{a}, {b} = {s.pick(found)[0]}"]
    if s.chance(0.3):
        ints = s.named(INT)
        if len(ints) > 1:
            x, y = s.pick(ints), s.pick(ints)
            return [f"{x}, {y} = {y}, {expression(s, INT, 1)}"]
    kinds = s.pick(((INT, STR), (INT, INT), (FLOAT, BOOL)))
    line = f"{a}, {b} = {expression(s, tuple_of(*kinds), 1)}"
    s.vars |= {a: kinds[0], b: kinds[1]}
    return [line]


def _evaluate(s: Scope, place: Place) -> Lines:
    return [expression(s, s.pick((INT, INT, BOOL, STR)), 2)]


def _chained(s: Scope, place: Place) -> Lines:
    kind = s.pick((INT, list_of(INT), STR))
    a, b = s.fresh(), s.fresh()
    line = f"{a} = {b} = {expression(s, kind, 1)}"
    s.vars |= {a: kind, b: kind}
    return [line]


def _delete(s: Scope, place: Place) -> Lines:
    names = [name for name in s.vars if not name.startswith("p")]
    if not names or place.in_loop or place.depth < 2 or s.chance(0.5):
        return []
    name = s.pick(names)
    s.maybe[name] = s.vars.pop(name)
    return [f"del {name}"]


def _assert(s: Scope, place: Place) -> Lines:
    return [f"assert {expression(s, BOOL, 1)}"]


def _raise(s: Scope, place: Place) -> Lines:
    if place.in_handler and s.chance(0.6):
        return ["raise"]
    error = s.pick(ERRORS)
    line = f"raise {error}" + s.pick(("", "()", "('x')"))
    return [line] if s.chance(0.2) else [f"if {expression(s, BOOL, 1)}:", *indented([line])]


def _return(s: Scope, place: Place) -> Lines:
    kind = place.result if s.chance(0.97) else s.any_kind()
    line = f"return {expression(s, kind, 2)}" if s.chance(0.97) else "return"
    return [line] if place.depth < 2 and s.chance(0.3) else [f"if {expression(s, BOOL, 1)}:", *indented([line])]


def _jump(s: Scope, place: Place) -> Lines:
    if not place.in_loop:
        return []
    word = s.pick(("break", "continue"))
    return [word] if s.chance(0.15) else [f"if {expression(s, BOOL, 1)}:", *indented([word])]


# -- compound --------------------------------------------------------------------------------------


def _if(s: Scope, place: Place) -> Lines:
    lines = [f"if {expression(s, BOOL, 2)}:", *block(s, place.deeper())]
    if s.chance(0.2):
        lines += [f"elif {expression(s, BOOL, 1)}:", *block(s, place.deeper())]
    if s.chance(0.5):
        lines += ["else:", *block(s, place.deeper())]
    return lines


def _none_guard(s: Scope, place: Place) -> Lines:
    found = s.where(lambda one: one.name == "optional")
    if not found:
        return []
    name, kind = s.pick(found)
    with s.branch():
        s.vars[name] = kind.parts[0]
        inner = block(s, place.deeper())
    test = s.pick((f"{name} is not None", name, f"{name} is not None and {expression(s, BOOL, 1)}"))
    lines = [f"if {test}:", *inner]
    if s.chance(0.3):
        s.vars[name] = kind.parts[0]
        lines += ["else:", f"    {name} = {expression(s, kind.parts[0], 1)}"]
    return lines


def _narrowed(s: Scope, place: Place) -> Lines:
    found = s.where(lambda one: one.name == "union")
    if not found:
        return []
    name, kind = s.pick(found)
    blocks = []
    for part in kind.parts:
        with s.branch():
            s.vars[name] = part
            blocks.append(block(s, place.deeper()))
    test = f"isinstance({name}, {kind.parts[0].name})"
    if s.chance(0.3):
        s.vars[name] = kind.parts[0]
        return [f"if not {test}:", *indented([s.pick(("return", "raise ValueError"))])]
    return [f"if {test}:", *blocks[0], "else:", *blocks[1]]


def _endless(s: Scope, place: Place) -> Lines:
    fuel = s.fresh("f")
    body = block(s, place.deeper(in_loop=True))
    leave = [f"    {fuel} += 1", f"    if {fuel} > {s.random.randint(1, 3)}:", "        break"]
    return [f"{fuel} = 0", "while True:", *leave, *body]


def _for(s: Scope, place: Place) -> Lines:
    kind = s.pick((INT, INT, INT, STR, tuple_of(INT, INT), tuple_of(INT, STR), tuple_of(STR, INT), list_of(INT)))
    given = iterable(s, kind, 1)
    with s.branch():
        if kind.name == "tuple" and s.chance(0.85):
            a, b = s.fresh("i"), s.fresh("x")
            s.vars |= {a: kind.parts[0], b: kind.parts[1]}
            target = f"{a}, {b}"
        else:
            target = s.fresh("x")
            s.vars[target] = kind
        body = block(s, place.deeper(in_loop=True))
    fuel = s.fresh("f")
    body = indented([f"{fuel} += 1", f"if {fuel} > 7:", "    break"]) + body if s.chance(0.35) else body
    head = [f"{fuel} = 0"] if f"{fuel} += 1" in body[0] else []
    return [*head, f"for {target} in {given}:", *body, *_orelse(s, place)]


def _while(s: Scope, place: Place) -> Lines:
    fuel, most = s.fresh("f"), s.random.randint(1, 5)
    test = expression(s, BOOL, 1)
    bound = f"{fuel} < {most}"
    whole = s.pick((f"{bound} and {test}", f"{test} and {bound}", bound))
    body = block(s, place.deeper(in_loop=True))
    return [f"{fuel} = 0", f"while {whole}:", f"    {fuel} += 1", *body, *_orelse(s, place)]


def _orelse(s: Scope, place: Place) -> Lines:
    return ["else:", *block(s, place.deeper(), 2)] if s.chance(0.2) else []


def _try(s: Scope, place: Place) -> Lines:
    lines = ["try:", *block(s, place.deeper())]
    handlers = s.pick((0, 1, 1, 1, 2))
    for _ in range(handlers):
        name = " as e" if s.chance(0.05) else ""
        lines += [f"except {s.pick(CAUGHT)}{name}:", *block(s, place.deeper(in_handler=True), 2)]
    if handlers and s.chance(0.1):
        lines += ["except:", *block(s, place.deeper(in_handler=True), 1)]
    if handlers and s.chance(0.2):
        lines += ["else:", *block(s, place.deeper(), 2)]
    if not handlers or s.chance(0.25):
        lines += ["finally:", *block(s, place.deeper(in_handler=False), 2)]
    return lines


def _match(s: Scope, place: Place) -> Lines:
    from tests.differential.matches import match_lines

    return match_lines(s, place)


Maker = Callable[[Scope, Place], Lines]
SIMPLE: tuple[Maker, ...] = (
    _assign,
    _assign,
    _assign,
    _assign,
    _augmented,
    _augmented,
    _alias,
    _store,
    _store,
    _mutate,
    _mutate,
    _mutate,
    _attribute,
    _attribute,
    _unpack,
    _evaluate,
    _chained,
    _delete,
    _assert,
    _raise,
    _return,
    _jump,
)
COMPOUND: tuple[Maker, ...] = (
    _if,
    _if,
    _if,
    _none_guard,
    _narrowed,
    _narrowed,
    _for,
    _for,
    _for,
    _while,
    _endless,
    _try,
    _try,
    _match,
    _match,
)
