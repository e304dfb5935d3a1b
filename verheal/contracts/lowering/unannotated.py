"""What the code read stores in the fields of a class: the type of a field that nobody annotated.

The rule of design section 5: what is not written changes only through code read. One assignment whose type is not
plain to see, a `setattr`, or an assignment from outside a method makes the field a value nothing is known of, unless
it is certain that the object is of another class.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    OPAQUE,
    LibraryT,
    OpaqueT,
    Type,
    includes,
    is_unknown,
    join,
)
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.attributes import ANY_NAME
from verheal.contracts.lowering.bodies import plain_field
from verheal.contracts.lowering.literal_types import Values, is_listed, values_of
from verheal.contracts.lowering.plain_types import plain_type
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.stores import Store
from verheal.contracts.lowering.written import takes, together

# What becomes of a number to which an int is added: one again, if it was one.
INCREASED = OpaqueT(("increased",))
# What becomes of a bytearray that grows by bytes: the same bytearray.
GROWN = OpaqueT(("grown",))
BYTEARRAY = LibraryT(("builtins.bytearray",))
OCTETS = join(BYTEARRAY, LibraryT(("builtins.bytes",)))


def field_type(program: Program, key: str, name: str) -> Type:
    """The join of what is stored in the field of the class `key`; opaque when one of the stores is not plain."""
    found = together(stored_types(program, key, name))
    return OPAQUE if found == NEVER else found


def lasts(program: Program, key: str, name: str, declared: Type) -> bool:
    """Does all that the code read stores in the field conform, for sure, to what is written of it?"""
    values = values_of(declared)
    kinds = stored_types(program, key, name) if values is None else _all_stored(program, key, name, True, listed=values)
    return all(kind == NEVER or takes(program, declared, kind) for kind in kinds)


def stored_types(
    program: Program, key: str, name: str, variables: frozenset[str] = frozenset()
) -> tuple[Type, ...]:
    """What is assigned to attributes called `name` of objects of the class, and to the name in class bodies.

    `variables`: type variables that stand for one type in the methods of the class.
    """
    place = " ".join((f"{key}.{name}", *sorted(variables)))
    if place not in program.unannotated:
        program.unannotated[place] = _all_stored(program, key, name, True, variables)
    return program.unannotated[place]


def _all_stored(
    program: Program,
    key: str,
    name: str,
    follow: bool,
    variables: frozenset[str] = frozenset(),
    listed: Values = (),
) -> tuple[Type, ...]:
    """The same; with `follow`, what comes from another field of the same object is what is plainly stored there.
    Of a literal that is `listed` the type is left out."""
    found = [
        _but(listed, value, plain_type(Reader(program, one.module), None, value))
        for one in program.classes.values()
        if _related(program, key, one.key)
        for item in one.fields
        if item.name == name and item.default is not None
        for value in (ast.parse(item.default, mode="eval").body,)
    ]
    stores = program.stores()
    for store in (*stores.get(name, ()), *stores.get(ANY_NAME, ())):
        if _related(program, key, store.owner):
            own = variables if store.holder.rpartition(".")[0] == key else frozenset[str]()
            found += _stored(program, store, follow, own, listed)
    if INCREASED in found and any(one not in (INCREASED, INT, BOOL, FLOAT) for one in found):
        found.append(OPAQUE)
    if GROWN in found and any(one not in (GROWN, BYTEARRAY) for one in found):
        found.append(OPAQUE)
    settled: dict[Type, Type] = {INCREASED: INT, GROWN: BYTEARRAY}
    return tuple(settled.get(one, one) for one in found)


def uncertain_stores(program: Program, key: str, name: str) -> tuple[str, ...] | None:
    """Keys of the functions that store in the field what is not plain to see, where only a parameter's annotation
    tells the field's type; None when such a store stands elsewhere, or sets it in a way that is not followed.
    """
    place = f"{key}.{name}"
    if place not in program.unclear:
        program.unclear[place] = _uncertain_stores(program, key, name)
    return program.unclear[place]


def _uncertain_stores(program: Program, key: str, name: str) -> tuple[str, ...] | None:
    named = program.stores().get(name, ())
    odd = (store for store in program.stores().get(ANY_NAME, ()) if store.owner)  # of others see docs/soundness.md
    stores = [store for store in (*named, *odd) if _related(program, key, store.owner)]
    # Where the annotation stands, the store itself is what has to conform.
    others = [store for store in stores if not isinstance(store.statement, ast.AnnAssign)]
    unclear = [store for store in others if any(is_unknown(one) for one in _stored(program, store, True))]
    if not all(isinstance(store.statement, ast.Assign | ast.AugAssign) and store.holder for store in unclear):
        return None
    return tuple(sorted({store.holder for store in unclear}))


def _related(program: Program, key: str, owner: str) -> bool:
    """May an object of the class `key`, or of one below it, be one of `owner` or below? "" is any class."""
    if not owner:
        return True
    return bool({key, *program.subclasses(key)} & {owner, *program.subclasses(owner)})


def _stored(
    program: Program,
    store: Store,
    follow: bool,
    variables: frozenset[str] = frozenset(),
    listed: Values = (),
) -> tuple[Type, ...]:
    def of(value: ast.expr) -> Type:
        kind = plain_type(Reader(program, store.module, variables=variables), store.function, value)
        kind = _but(listed, value, kind)
        return _of_sibling(program, store, value) if follow and kind == OPAQUE else kind

    match store.statement:
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            return (of(value),)
        case ast.AnnAssign():
            return ()
        case ast.AugAssign(op=ast.Add() | ast.Sub() | ast.Mult() as op, value=value):
            kind = of(value)
            grows = isinstance(op, ast.Add) and includes(OCTETS, kind) and kind != NEVER
            return (GROWN if grows else INCREASED if kind == INT else OPAQUE,)
        case ast.Call(args=[_, _, value]):
            return (of(value),)
        case _:
            return (OPAQUE,)


def _but(listed: Values, value: ast.expr, kind: Type) -> Type:
    return NEVER if is_listed(listed, value) else kind


def _of_sibling(program: Program, store: Store, value: ast.expr) -> Type:
    """`self.y` in `self.x = self.y`: the other field of the same object."""
    match store.statement, value:
        case (
            ast.Assign(targets=[ast.Attribute(value=ast.Name(id=own))])
            | ast.AugAssign(target=ast.Attribute(value=ast.Name(id=own))),
            ast.Attribute(value=ast.Name(id=same), attr=name),
        ) if own == same and store.owner:
            keys = (store.owner, *program.subclasses(store.owner))
            hidden = any(program.describe(k).opaque or program.describe(k).method(name) for k in keys)
            if hidden or not plain_field(program, store.owner, name):
                return OPAQUE
            found: Type = NEVER
            for one in _all_stored(program, store.owner, name, follow=False):
                found = join(found, one)
            return OPAQUE if found == NEVER else found
        case _:
            return OPAQUE
