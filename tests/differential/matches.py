"""Random match statements: patterns that fit the kind of their subject, and now and then one that does not."""

from __future__ import annotations

from tests.differential.expressions import expression, literal
from tests.differential.kinds import BOOL, INT, STR, Kind
from tests.differential.scope import Scope
from tests.differential.statements import Lines, Place, block, indented


def match_lines(s: Scope, place: Place) -> Lines:
    """match x: of a variable, or of a tuple of two."""
    found = list(s.vars.items())
    if not found:
        return []
    name, kind = s.pick(found)
    if s.chance(0.2):
        other, second = s.pick(found)
        name, kind = f"({name}, {other})", Kind("tuple", (kind, second))
    lines: Lines = []
    for last in (False,) * s.random.randint(1, 3) + (True,):
        with s.branch():
            pattern = "_" if last else _pattern(s, kind, 2)
            anything = not last and (pattern.isidentifier() and "." not in pattern)
            guard = f" if {expression(s, BOOL, 1)}" if anything or s.chance(0.3) else ""
            lines += [f"case {pattern}{guard}:", *block(s, place.deeper(), 2)]
    if s.chance(0.5):
        lines = lines[: max(i for i, line in enumerate(lines) if line.startswith("case "))]
    return [f"match {name}:", *indented(lines)]


def _capture(s: Scope, kind: Kind) -> str:
    if s.chance(0.3):
        return "_"
    name = s.fresh("m")
    s.vars[name] = kind
    return name


def _pattern(s: Scope, kind: Kind, depth: int) -> str:
    if s.chance(0.06):
        kind = s.any_kind()  # one that does not fit
        return _of(s, kind, 0, captures=False)
    if s.chance(0.12):
        return " | ".join(_of(s, kind, 0, captures=False) for _ in range(2))
    if depth <= 0 or s.chance(0.2):
        return _capture(s, kind)
    text = _of(s, kind, depth, captures=True)
    if s.chance(0.15) and not text.isidentifier():
        name = s.fresh("m")
        s.vars[name] = kind
        return f"({text}) as {name}" if s.chance(0.5) else f"{text} as {name}"
    return text


def _of(s: Scope, kind: Kind, depth: int, captures: bool) -> str:
    """A pattern that may fail; without captures where alternatives have to bind alike."""

    def inner(part: Kind) -> str:
        return _pattern(s, part, depth - 1) if captures else "_"

    match kind.name:
        case "int" | "str" | "float" | "bool" | "None":
            if kind == INT and s.chance(0.1):
                return s.pick(("True", "False", "int()", "bool()"))
            if kind.name != "None" and s.chance(0.2):
                return f"{kind.name}({_capture(s, kind) if captures else ''})"
            text = literal(s, kind)
            return text if text.removeprefix("-")[:1].isdigit() or text[:1] in "'\"TFN" else f"{kind.name}()"
        case "optional":
            return "None" if s.chance(0.4) else _of(s, kind.parts[0], depth, captures)
        case "union":
            part = s.pick(kind.parts)
            return _of(s, part, depth, captures)
        case "tuple":
            return f"({', '.join(inner(part) for part in kind.parts)},)"
        case "list":
            return _sequence(s, kind, depth, captures)
        case "dict":
            some = ("'a'", "'b'", "'ab'") if kind.parts[0] == STR else ("0", "1", "2")
            keys = sorted({s.pick(some) for _ in range(2)})
            pairs = [f"{key}: {inner(kind.parts[1])}" for key in keys]
            if captures and s.chance(0.3):
                name = s.fresh("m")
                s.vars[name] = kind
                pairs.append(f"**{name}")
            return "{" + ", ".join(pairs) + "}"
        case "set":
            return s.pick(("set()", "[]", "{}"))
        case name:
            one = s.classes[s.pick([below.name for below in s.below(name)])]
            fields = [f"{field}={inner(part)}" for field, part in one.fields if s.chance(0.6)]
            if s.chance(0.4):  # a TypeError where the class has no __match_args__
                fields = [inner(part) for _, part in one.fields[: s.random.randint(1, 2)]]
            return f"{one.name}({', '.join(fields)})"


def _sequence(s: Scope, kind: Kind, depth: int, captures: bool) -> str:
    parts = [_pattern(s, kind.parts[0], depth - 1) if captures else "_" for _ in range(s.random.randint(0, 2))]
    if s.chance(0.5):
        name = "_"
        if captures and s.chance(0.6):
            name = s.fresh("m")
            s.vars[name] = kind
        parts.insert(s.random.randint(0, len(parts)), f"*{name}")
    return f"[{', '.join(parts)}]"
