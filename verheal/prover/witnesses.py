"""Calls from a solver's models: what is needed to write them. They are guesses until they are replayed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from verheal.contracts.core.expr import Var
from verheal.contracts.core.heap import attribute
from verheal.contracts.core.image import ClassShape, Field
from verheal.contracts.core.stmt import Function as CoreFunction
from verheal.contracts.core.types import MapT, Type
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.program import Program
from verheal.contracts.source.model import Class, Function, Module, ParameterKind
from verheal.prover.backends.z3_model import PlainModel
from verheal.prover.calls import Callee, ClassInfo, GiveUp, Parameter, Slot
from verheal.prover.decode import decode, scalars
from verheal.prover.grafts import grafted
from verheal.prover.run.scopes import Universe
from verheal.prover.run.values import Unsupported, Values

STARS = (ParameterKind.VAR_POS, ParameterKind.VAR_KW)


@dataclass(frozen=True)
class Writer:
    """Writes calls of one function."""

    callee: Callee
    classes: tuple[ClassInfo, ...]
    inputs: tuple[Var, ...]

    def call(self, model: PlainModel, names: tuple[tuple[str, Var], ...]) -> str | None:
        """The call that the model describes, or None when it describes none that can be written."""
        try:
            return decode(model, names, self.inputs, self.callee, self.classes).call
        except GiveUp:
            return None

    def graft(self, model: PlainModel, names: tuple[tuple[str, Var], ...], call: str) -> str | None:
        """A call that counted, with what the model says of its plain arguments, or None."""
        values = scalars(model, names, self.inputs, self.callee)
        whole = len(values) == len(self.callee.parameters)  # the model describes it all
        return grafted(call, self.callee, values) if values and not whole else None


def writer(
    program: Program, universe: Universe, module: Module, function: Function, core: CoreFunction
) -> Writer | None:
    """None for a function whose calls are not written: nested ones, properties, star parameters."""
    callee = _callee(function)
    if callee is None:
        return None
    fields = {var.name: var for var in core.inputs if var.name.startswith("field@")}
    infos: list[ClassInfo] = []
    for key, number in core.classes:
        info = _class_info(program, universe, module, key, number, fields)
        if info is not None:
            infos.append(info)
    known = {var.name for var in core.inputs}
    extra = tuple(var for info in infos for var in _field_variables(info) if var.name not in known)
    return Writer(callee, tuple(infos), (*core.inputs, *dict.fromkeys(extra)))


def _callee(function: Function) -> Callee | None:
    if function.nested or function.is_property or function.is_class or function.is_generator:
        return None
    parameters = function.parameters
    text = function.qualname
    if function.name == "__init__" and function.class_name is not None:
        text, parameters = function.qualname.rpartition(".")[0], parameters[1:]
    if any(parameter.kind in STARS for parameter in parameters):
        return None
    written = tuple(Parameter(p.name, p.name, keyword=p.kind is ParameterKind.KW_ONLY) for p in parameters)
    return Callee(text, written)


def _class_info(
    program: Program, universe: Universe, module: Module, key: str, number: int, known: dict[str, Var]
) -> ClassInfo | None:
    described = program.describe(key)
    if described.opaque:
        return None
    fields = []
    for name, owner, note in described.fields:
        var = known.get(f"field@{owner}.{name}")
        kind: Type = (
            var.type.value
            if var is not None and isinstance(var.type, MapT)
            else Reader(program, owner.partition(":")[0]).type_of(note, deep=True)
        )
        fields.append(Field(owner, name, kind))
    shape = ClassShape(key, number, tuple(fields), tuple(described.chain[1:]))
    found = program.classes[key]
    slots = _slots(universe, module, found, {part.name for part in fields})
    if slots is None:
        return None
    frozen = found.dataclass_flags is not None and found.dataclass_flags.frozen
    settable = frozenset() if frozen else frozenset(_declared(program, described.chain))
    return ClassInfo(shape, universe.expression(key, module.name), slots, settable)


def _slots(universe: Universe, module: Module, found: Class, fields: set[str]) -> tuple[Slot, ...] | None:
    """The constructor's parameters; None when nobody can call it, or it is not known how."""
    parameters = universe.shape(found.key, module.name).init
    if parameters is None or any(p.kind == ParameterKind.POS_ONLY.value for p in parameters):
        return None
    values = Values(universe.scope(module).at(found.module), Random(0))
    slots = []
    for one in parameters:
        if one.kind in (ParameterKind.VAR_POS.value, ParameterKind.VAR_KW.value):
            continue
        kept = next((name for name in (one.name, f"_{one.name}") if name in fields), "")
        slots.append(Slot(one.name, kept, "" if one.has_default else _any_value(values, one.annotation)))
    return tuple(slots)


def _any_value(values: Values, annotation: str | None) -> str | None:
    try:
        return values.of(annotation)
    except Unsupported:
        return None


def _declared(program: Program, chain: tuple[str, ...]) -> Iterator[str]:
    """Public fields that are annotated where they stand: a type checker lets everybody set them."""
    for key in chain:
        owner = program.classes[key]
        text = "\n".join(program.modules[owner.module].text.splitlines()[owner.span.line - 1 : owner.span.end_line])
        own = [part.name for part in owner.fields if part.annotation is not None]
        made = [part.name for part in owner.init_fields if re.search(rf"\bself\.{part.name}\s*:(?!=)", text)]
        yield from (name for name in (*own, *made) if not name.startswith("_"))


def _field_variables(info: ClassInfo) -> Iterator[Var]:
    for part in info.shape.fields:
        yield attribute(part.owner, part.name, part.type)
