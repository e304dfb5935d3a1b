"""Fields of objects: where they are kept, what is written of them, and what may lie in them.

Law: what is stored conforms to what is written, an obligation of the function that stores. Where that cannot be
told, the field may hold, as far as the function being lowered goes, whatever it stores there too: its type is widened.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from verheal.contracts.core import heap
from verheal.contracts.core.expr import FALSE, TRUE, Var
from verheal.contracts.core.stmt import Assume
from verheal.contracts.core.types import (
    OPAQUE,
    DictT,
    HoleT,
    ListT,
    NeverT,
    SetT,
    TupleT,
    Type,
    alternatives,
    is_unknown,
    join,
)
from verheal.contracts.lowering.annotations import Reader, accepts
from verheal.contracts.lowering.bodies import in_slots, plain_field
from verheal.contracts.lowering.conform import bind_holes, fits_where_known, goal
from verheal.contracts.lowering.convert import bare, convert
from verheal.contracts.lowering.dataclass_fields import field_options
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.plain_types import plain_type
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.sure import sure_fields
from verheal.contracts.lowering.unannotated import field_type, lasts, stored_types, uncertain_stores
from verheal.contracts.lowering.values import Val
from verheal.contracts.lowering.written import labelled, takes, together


@dataclass(frozen=True)
class Field:
    """`owner` is the class that declares it, `written` the type that it is to have, `kind` what may lie in it here.

    Where it is not `annotated`, `written` is what the code read stores in it.
    """

    owner: str
    name: str
    written: Type
    kind: Type
    annotated: bool

    @property
    def var(self) -> Var:
        """The heap variable that keeps it."""
        return heap.attribute(self.owner, self.name, OPAQUE if is_unknown(self.kind) else self.kind)


def field(f: Frame, key: str, name: str, reads: bool = True) -> Field | None:
    """A field of a class, when it is modelled and, for who reads it, set by every constructor."""

    program = f.round.program
    keys = (key, *program.subclasses(key))
    if program.describe(key).field_of(name) is None or any(program.describe(k).method(name) for k in keys):
        return None
    if any(program.describe(k).opaque for k in keys):
        return None
    if reads and (program.deleted(key, name) or any(name not in sure_fields(program, k) for k in keys)):
        return None
    if not plain_field(program, key, name):
        return None
    if not all(in_slots(program, k, name) for k in keys):
        return None
    found = program.describe(key).field_of(name)
    assert found is not None
    one = declared(f, found[0], name, found[1])
    if reads and one.annotated and not is_unknown(one.kind) and not _in_body(program, one.owner, name):
        grounds = tuple(f"{key}|type" for key in uncertain_stores(program, one.owner, name) or ())
        if grounds:  # it is a parameter that is annotated, not the field: they keep to that, or nothing is known
            f.emit(Assume(TRUE, "what is stored in a field conforms", grounds))
    return one


def _in_body(program: Program, owner: str, name: str) -> bool:
    """Is the field annotated in the body of its class, or of one above?"""
    items = (item for key in program.describe(owner).chain for item in program.classes[key].fields)
    return any(item.name == name and item.annotation for item in items)


def declared(f: Frame, owner: str, name: str, annotation: str | None) -> Field:
    """The field that `owner` declares with this annotation."""
    program = f.round.program
    variables = f.round.variables if owner == f.round.owner else frozenset[str]()
    reader = Reader(program, owner.partition(":")[0], variables=variables)
    written = labelled(reader, annotation, deep=True) if annotation else field_type(program, owner, name)
    if is_unknown(written) and written.label and not lasts(program, owner, name, written):
        written = together((written, *stored_types(program, owner, name)))
    held = _with_defaults(program, owner, name, written, variables) if annotation else written
    if annotation and not is_unknown(held):
        held = _with_stored(program, owner, name, held, variables)
    kind = f.round.learned.slots.get(_slot(owner, name), held)
    return Field(owner, name, written, kind, bool(annotation))


def _with_defaults(program: Program, owner: str, name: str, written: Type, variables: frozenset[str]) -> Type:
    """What is written, and what the bodies of the class and of those below plainly say besides it.

    No function stores the default of a class body, so nobody else is asked whether it conforms.
    """
    held = written
    for key in (owner, *program.subclasses(owner)):
        one = program.classes[key]
        reader = Reader(program, one.module, variables=variables if key == owner else frozenset())
        for item in (*one.fields, *one.init_fields):
            if item.name != name:
                continue
            if item.annotation is not None:
                again = labelled(reader, item.annotation, deep=True)
                held = held if again == written or takes(program, written, again) else join(held, again)
        for item in one.fields:
            if item.name == name and item.default is not None:
                value = _given(program, one.module, item.default)
                given = plain_type(reader, None, value)
                known = not is_unknown(given)
                held = join(held, given) if known and not takes(program, written, given) else held
                held = OPAQUE if not known and _of_another_kind(value, written) else held
    return held


def _given(program: Program, module: str, default: str) -> ast.expr:
    """The value of a default, that of `field(default=value)` included; "..." where a factory makes it."""
    options = field_options(program, module, default)
    return ast.parse(default, mode="eval").body if options is None else options.get("default", ast.Constant(...))


def _of_another_kind(value: ast.expr, written: Type) -> bool:
    """Is it a container of none of the kinds that are written?"""
    word = ast.unparse(value.func) if isinstance(value, ast.Call) else ""
    kinds: tuple[tuple[bool, type[Type]], ...] = (
        (isinstance(value, ast.List | ast.ListComp) or word == "list", ListT),
        (isinstance(value, ast.Dict | ast.DictComp) or word == "dict", DictT),
        (isinstance(value, ast.Set | ast.SetComp) or word == "set", SetT),
        (isinstance(value, ast.Tuple) or word == "tuple", TupleT),
    )
    of = next((kind for fits, kind in kinds if fits), None)
    return of is not None and not any(is_unknown(one) or isinstance(one, of) for one in alternatives(written))


def _with_stored(program: Program, owner: str, name: str, written: Type, variables: frozenset[str]) -> Type:
    """What is written in a method binds nobody who passes an object: what is plainly stored besides is there too."""
    if _in_body(program, owner, name):
        return written
    if uncertain_stores(program, owner, name) is None:
        return OPAQUE
    for one in stored_types(program, owner, name, variables):
        if not is_unknown(one) and not accepts(program, written, one):
            written = join(written, one)
    return written


def _slot(owner: str, name: str) -> str:
    return f"field:{owner}.{name}"


def put(f: Frame, value: Val, found: Field, new: Val, node: ast.AST) -> None:
    """value.name = new"""
    if isinstance(new.type, NeverT):
        return
    _open(f, new.type, found.kind)
    if found.annotated and not is_unknown(found.written):
        _check(f, found.written, new, node)
    if is_unknown(found.kind):
        f.write(found.var, value.expr, bare(new.expr) or f.opaque().expr)
        if found.kind.label and not takes(f.round.program, found.kind, f.round.learned.seen(new.type)):
            _widen(f, found, OPAQUE)  # what is written of the field need not be so here
        return
    moved = convert(f.round.program, new.expr, found.kind)
    f.write(found.var, value.expr, f.havoc(found.kind).expr if moved is None else moved)
    if moved is None and (found.annotated or not is_unknown(new.type)):
        _widen(f, found, new.type)


def _check(f: Frame, written: Type, new: Val, node: ast.AST) -> None:
    """The obligation that the value conforms to the annotation, unless it plainly does.

    In a function that was inlined, what is not known of a value there is that function's own obligation.
    """
    bind_holes(f, new.type, written)
    if convert(f.round.program, new.expr, written) is not None or fits_where_known(f, written, new):
        return
    known = not is_unknown(new.type) and not accepts(f.round.program, written, new.expr.type)
    test = goal(f, written, new)
    if test is not None and known:
        f.check(f.site("type", node), test)
    elif f.call_site is None:
        why = "a value of unknown type is stored where a type is written"
        f.check(f.site("type", node, needs=why), FALSE if test is None else test)


def _open(f: Frame, kind: Type, target: Type) -> None:
    """A container made here that goes where the elements are not known may hold anything from now on."""
    match kind:
        case ListT(HoleT() as hole):
            if any(isinstance(o, ListT) and is_unknown(o.element) for o in alternatives(target)):
                f.round.learned.widen(hole, OPAQUE)
        case DictT(_, HoleT() as hole):
            if any(isinstance(o, DictT) and is_unknown(o.value) for o in alternatives(target)):
                f.round.learned.widen(hole, OPAQUE)
        case _:
            pass


def _widen(f: Frame, found: Field, kind: Type) -> None:
    """In the next round the field holds values of this type too; this one cannot be the last."""
    learned = f.round.learned
    wide = learned.slot(_slot(found.owner, found.name), learned.join(found.kind, f.resolve(kind)))
    var = heap.attribute(found.owner, found.name, wide)
    learned.slots[f"heap:{var.name}"] = var.type
    f.round.unsettled = f.round.unsettled or not learned.changed
