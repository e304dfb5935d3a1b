"""Random modules: a few classes, then functions that may call the ones before them. Deterministic in the seed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from tests.differential.expressions import expression, literal
from tests.differential.kinds import (
    BOOL,
    CONTAINERS,
    FLOAT,
    INT,
    OPTIONALS,
    SCALARS,
    STR,
    Kind,
    list_of,
    optional,
)
from tests.differential.scope import Callee, ClassModel, Scope
from tests.differential.statements import Lines, Place, indented, statement

HEADER = """from __future__ import annotations

from dataclasses import dataclass


class Oops(ValueError):
    pass


class Worse(Oops):
    pass


LIMIT = 3

"""
FIELD_KINDS = (INT, INT, STR, FLOAT, BOOL, list_of(INT), optional(INT))


@dataclass(frozen=True)
class FunctionModel:
    """A generated function and what it takes."""

    name: str
    params: tuple[Kind, ...]
    result: Kind
    source: str


@dataclass
class ModuleModel:
    """A generated module."""

    classes: dict[str, ClassModel] = field(default_factory=dict)
    functions: list[FunctionModel] = field(default_factory=list)
    head: str = HEADER

    @property
    def source(self) -> str:
        """Its text."""
        return self.head + "\n\n".join(one.source for one in self.functions)


def module(seed: int, count: int, size: int = 4) -> ModuleModel:
    """A module of `count` functions of up to `size` statements at their top level."""
    random = Random(seed)
    made = ModuleModel()
    _classes(random, made)
    callees: list[Callee] = []
    for number in range(count):
        scope = Scope(random, made.classes, callees[-4:] if random.random() < 0.4 else [])
        params, notes, defaults = _signature(scope)
        name, result = f"g{number}", _result(scope)
        lines = _body(scope, result, random.randint(1, size), 2)
        note = f" -> {result}" if random.random() < 0.5 else ""
        source = "\n".join([f"def {name}({notes}){note}:", *indented(lines)]) + "\n"
        made.functions.append(FunctionModel(name, params, result, source))
        if len(lines) < 10:
            callees.append(Callee(name, params, defaults, result))
    return made


def _signature(scope: Scope) -> tuple[tuple[Kind, ...], str, int]:
    random = scope.random
    options = (*SCALARS, *CONTAINERS, *OPTIONALS, *(Kind(name) for name in scope.classes for _ in range(3)))
    params = tuple(random.choice(options) for _ in range(random.randint(1, 4)))
    defaults = random.choice((0, 0, 0, 1, 2))
    defaults = min(defaults, len(params))
    # The defaults stand last, and are constants: what lives on between calls is not compared.
    plain = [kind.name in ("int", "bool", "str", "float", "optional") for kind in params]
    while defaults and not all(plain[-defaults:]):
        defaults -= 1
    notes = []
    empty = Scope(random)
    for number, kind in enumerate(params):
        text = f"p{number}: {kind}"
        if number >= len(params) - defaults:
            text += f" = {'None' if kind.name == 'optional' else literal(empty, kind)}"
        notes.append(text)
        scope.vars[f"p{number}"] = kind
    return params, ", ".join(notes), defaults


def _result(scope: Scope) -> Kind:
    return scope.random.choice((INT, INT, INT, BOOL, STR, list_of(INT), scope.any_kind()))


def _body(scope: Scope, result: Kind, size: int, depth: int) -> Lines:
    lines: Lines = []
    place = Place(result, depth)
    for _ in range(size):
        made = statement(scope, place)
        while not lines and made[0].startswith("assert"):
            # Leading asserts are preconditions; they have tests of their own.
            made = statement(scope, place)
        lines += made
    return lines if scope.chance(0.05) else [*lines, f"return {expression(scope, result, 2)}"]


def _classes(random: Random, made: ModuleModel) -> None:
    texts = []
    for name in ("A", "B", "C"):
        base = random.choice(("", "A")) if name == "B" else ""
        inherited = made.classes[base].fields if base else ()
        count = random.randint(1, 2)
        own = tuple((f"{name.lower()}{i}", random.choice(FIELD_KINDS)) for i in range(count))
        if name == "C":
            own = (("c0", INT), ("next", optional(Kind("C"))))
        one = ClassModel(name, inherited + own, base)
        made.classes[name] = one
        methods, text = _methods(random, made, one)
        properties, more = _properties(random, made, one)
        above = made.classes[base] if base else ClassModel("", ())
        made.classes[name] = replace(one, methods=above.methods + methods, properties=above.properties + properties)
        text += more
        is_data = random.random() < 0.6 or bool(base) or name == "A"
        texts.append(_class_text(one, own, is_data) + text)
    made.head = HEADER + "\n\n".join(texts) + "\n\n"


def _class_text(one: ClassModel, own: tuple[tuple[str, Kind], ...], is_data: bool) -> str:
    head = f"class {one.name}({one.base}):\n" if one.base else f"class {one.name}:\n"
    if is_data:
        return "@dataclass\n" + head + "".join(f"    {name}: {kind}\n" for name, kind in own)
    notes = ", ".join(f"{name}: {kind}" for name, kind in one.fields)
    stores = "".join(f"        self.{name}: {kind} = {name}\n" for name, kind in one.fields)
    return f"{head}    def __init__(self, {notes}) -> None:\n{stores}"


def _methods(random: Random, made: ModuleModel, one: ClassModel) -> tuple[tuple[Callee, ...], str]:
    found: list[Callee] = []
    texts: list[str] = []
    above = made.classes[one.base].methods if one.base else ()
    for number in range(random.randint(0, 2)):
        # An override keeps the signature.
        over = random.choice(above) if above and random.random() < 0.7 else None
        name = over.name if over else f"{one.name.lower()}m{number}"
        params = over.params if over else tuple(random.choice((INT, STR)) for _ in range(random.randint(0, 2)))
        result = over.result if over else random.choice((INT, INT, BOOL, STR))
        if name in [other.name for other in found]:
            continue
        scope = Scope(random, {**made.classes})
        scope.vars = {"self": Kind(one.name), **{f"p{i}": kind for i, kind in enumerate(params)}}
        lines = _method_body(scope, result)
        if over and random.random() < 0.5:
            given = ", ".join(f"p{i}" for i in range(len(params)))
            scope.vars["above"] = result
            lines = [f"above = super().{name}({given})", *_method_body(scope, result)]
        notes = "".join(f", p{i}: {kind}" for i, kind in enumerate(params))
        text = [f"def {name}(self{notes}) -> {result}:", *indented(lines)]
        texts.append("\n" + "\n".join(indented(text)) + "\n")
        found.append(Callee(name, params, 0, result))
    return tuple(one for one in found if one not in above), "".join(texts)


def _properties(random: Random, made: ModuleModel, one: ClassModel) -> tuple[tuple[tuple[str, Kind], ...], str]:
    if random.random() < 0.6:
        return (), ""
    scope = Scope(random, {**made.classes})
    scope.vars = {"self": Kind(one.name)}
    name = f"{one.name.lower()}p"
    text = ["@property", f"def {name}(self) -> int:", *indented([f"return {expression(scope, INT, 2)}"])]
    return ((name, INT),), "\n" + "\n".join(indented(text)) + "\n"


def _method_body(scope: Scope, result: Kind) -> Lines:
    while True:
        lines = _body(scope, result, 1, 1)
        if not any(line.startswith(("self =", "self,", "assert", "del ")) for line in lines):
            return lines


__all__ = ["FunctionModel", "ModuleModel", "module"]
