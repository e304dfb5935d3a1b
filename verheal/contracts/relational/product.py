"""The composition of two lowered functions: one function that says of all inputs whether they end alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from verheal.contracts.core import heap
from verheal.contracts.core.build import both, coerce, either, implies, same
from verheal.contracts.core.expr import FALSE, Expr, Var, integer
from verheal.contracts.core.stmt import Assign, Check, Function, If, Raise, Return, Scope, Site, Stmt, Stuck
from verheal.contracts.core.types import BOOL, INT
from verheal.contracts.lowering.function import Lowered
from verheal.contracts.obligations.syntax import assigned, walk
from verheal.contracts.relational.comparing import Comparison, Incomparable, Shape
from verheal.contracts.relational.composing import Composer, Lockstep
from verheal.contracts.relational.coupling import couplings
from verheal.contracts.relational.lanes import ON, RETURNED, Lane
from verheal.contracts.relational.renaming import Renaming, only_says
from verheal.contracts.relational.signature import Argument, Uncomposable
from verheal.contracts.relational.version import Version

AFTER = "after/"
KIND = "equivalence"
WAY = Site(KIND, "both return, or both raise the same", 1, 1)
VALUE = Site(KIND, "both return the same", 1, 1)
STATE = Site(KIND, "both leave the same behind", 1, 1)
SHARED = Site(KIND, "both share what they made in the same way", 1, 1)
STEPS = Site(KIND, "their loops go in step", 1, 1)
SITES = (WAY, VALUE, STATE, SHARED, STEPS)
# What is told to be done, or left to others, without a trace in the core: it is not compared.
SILENT = {
    "reports-arrive": "what is reported is not compared",
    "imports-work": "what imports do is not compared",
    "generators-run-over": "the items of a generator are not compared",
    "translations-keep-fields": "calls of the library are not compared",
}


@dataclass(frozen=True)
class Pair:
    """Both sides as they were lowered, with the trees that they were read from."""

    before: Lowered
    after: Lowered
    left: Version
    right: Version
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True)
class Product:
    """The one function, how many pairs of loops run in step in it, and what new objects were not looked into."""

    function: Function
    merged: int
    left_out: tuple[str, ...] = ()


def compose(pair: Pair, lockstep: Lockstep) -> Product:
    """Both functions as one. Raises Uncomposable, Incomparable."""
    for lowered in (pair.before, pair.after):
        _fit(lowered)
    plain = Renaming(lambda var: var.name, lambda name: name, "")
    before, after = pair.before.function, _renamed(pair)
    before = replace(before, entry=plain.block(before.entry), body=plain.block(before.body))
    heaps = _heaps(before.inputs, before.params), _heaps(after.inputs, after.params)
    left, right = _united(*heaps)
    exceptions = _exceptions(before, after)
    lanes = (
        Lane("", Var("before%result", before.result.type), exceptions, -1),
        Lane(AFTER, Var("after%result", after.result.type), exceptions, -2),
    )
    for side, lane in zip((before, after), lanes, strict=True):
        _check_returns(side.body, lane.result)
    composer = Composer(*lanes, STEPS, lambda a, b: couplings(a, b, before, after, AFTER), lockstep)
    one, two = Var("%before:Int", INT), Var("%after:Int", INT)
    old = Var("%old:Int", INT)
    begin = (
        Assign(old, heap.ALLOC), Assign(one, integer(ON)), Assign(two, integer(ON)),
    )  # fmt: skip
    entry = {name: Var(f"%entry {name}", var.type) for name, var in left.items()}
    comparison = Comparison(left, right, entry, old, lambda name: _family(pair.left, name))
    body = (*begin, *composer.blocks(before.body, after.body, one, two), Return(one))
    written = {var.name for var in assigned(before.body)} | {
        var.name.removeprefix(AFTER) for var in assigned(after.body)
    }
    ending = _ending(comparison, one, two, lanes, frozenset(written))
    function = Function(
        id=before.id,
        params=before.params,
        inputs=(*before.params, *(left[name] for name in sorted(left)), *_kept(before, after)),
        entry=(
            *_parameters(pair, before, after), *before.entry, *_started(left, right, entry), *after.entry,
        ),
        body=body,
        exit=ending,
        unwind=(),
        result=Var("%ending:Int", INT),
        mro=_mro(before, after),
        classes=before.classes,
    )
    return Product(function, composer.merged, tuple(comparison.left_out))


def _fit(lowered: Lowered) -> None:
    """What the lowering left out or left open is not compared."""
    if lowered.gave_up:
        raise Uncomposable(lowered.gave_up)
    if lowered.recursive:
        raise Uncomposable("recursive calls are not compared")
    for name, why in SILENT.items():
        if name in lowered.assumptions:
            raise Uncomposable(why)
    for stmt in walk((*lowered.function.entry, *lowered.function.body)):
        if isinstance(stmt, Stuck) and not only_says(stmt):
            raise Uncomposable(stmt.reason)


def _renamed(pair: Pair) -> Function:
    """The other side under names of its own; what is kept of tuples has one name, as it never changes."""
    function = pair.after.function

    heaps = {var.name for var in function.inputs if var not in function.params}

    def name(var: Var) -> str:
        if var.name not in heaps:
            return AFTER + var.name
        return ("" if var.name.startswith(heap.KEPT) else AFTER) + _moved(var.name, pair.right)

    renaming = Renaming(name, pair.right.owner, AFTER)
    try:
        made = Function(
            id=function.id,
            params=tuple(renaming.var(var) for var in function.params),
            inputs=tuple(renaming.var(var) for var in function.inputs),
            entry=renaming.block(function.entry),
            body=renaming.block(function.body),
            exit=(),
            unwind=(),
            result=renaming.var(function.result),
            mro=tuple(
                (pair.right.owner(key), tuple(map(pair.right.owner, above))) for key, above in function.mro
            ),
        )
    except ValueError as error:
        raise Uncomposable(str(error)) from error
    if len(set(made.inputs)) != len(function.inputs):
        raise Uncomposable("two fields stand for one")
    return made


def _moved(name: str, program: Version) -> str:
    """The name of a heap variable over the renamed classes."""
    component, at, what = name.partition("@")
    if not at:
        return name
    if component in ("field", "kept"):
        owner, _, attribute = what.rpartition(".")
        return f"{component}@{program.owner(owner)}.{attribute}"
    return f"{component}@" + re.sub(
        r"(Class|Enum)<([^<>,]*)>", lambda found: f"{found[1]}<{program.owner(found[2])}>", what
    )


def _heaps(inputs: tuple[Var, ...], params: tuple[Var, ...]) -> dict[str, Var]:
    """The heap variables of one side, by the names that they have on the first."""
    return {
        var.name.removeprefix(AFTER): var
        for var in inputs
        if var not in params and not var.name.startswith(heap.KEPT)
    }


def _united(left: dict[str, Var], right: dict[str, Var]) -> tuple[dict[str, Var], dict[str, Var]]:
    """The heap variables of either side for both: what one side does not mention it leaves as it is."""
    for name in sorted({*left, *right, heap.ALLOC.name}):
        known = left.get(name) or right.get(name)
        kind = known.type if known is not None else INT
        for side, prefix in ((left, ""), (right, AFTER)):
            var = side.setdefault(name, Var(prefix + name, kind))
            if var.type != kind:
                raise Uncomposable(f"{name} has another type")
    return left, right


def _kept(before: Function, after: Function) -> tuple[Var, ...]:
    found = dict.fromkeys(var for side in (before, after) for var in side.inputs if var.name.startswith(heap.KEPT))
    if len({var.name for var in found}) != len(found):
        raise Uncomposable("a field of a tuple has another type")
    return tuple(found)


def _started(left: dict[str, Var], right: dict[str, Var], entry: dict[str, Var]) -> Iterator[Stmt]:
    """Both begin with the same heap."""
    for name in sorted(left):
        yield Assign(right[name], left[name])
        yield Assign(entry[name], left[name])


def _parameters(pair: Pair, before: Function, after: Function) -> Iterator[Stmt]:
    """Both begin with the same arguments; those left out are each side's defaults."""
    stars = [len(side.params) - shown for side, shown in ((before, _shown(pair, 0)), (after, _shown(pair, 1)))]
    if stars[0] != stars[1]:
        raise Uncomposable("their parameters differ")
    places = [(a.before, a.after, a.omitted) for a in pair.arguments]
    places += [(len(before.params) - n, len(after.params) - n, None) for n in range(stars[0], 0, -1)]
    for mine, other, omitted in places:
        target = after.params[other]
        if mine is None:
            assert omitted is not None
            yield Assign(target, _as(omitted[1], target))
            continue
        own = before.params[mine]
        given = Assign(target, _as(own, target))
        if omitted is None:
            yield given
            continue
        left_out = Var(f"%left out {own.name}", BOOL)
        apart = (Assign(own, _as(omitted[0], own)), Assign(target, _as(omitted[1], target)))
        yield If(left_out, apart, (given,))


def _shown(pair: Pair, side: int) -> int:
    places = [(a.before, a.after)[side] for a in pair.arguments]
    return sum(place is not None for place in places)


def _as(value: Expr, target: Var) -> Expr:
    """The value at the parameter's type; what the one is called with the other has to take."""
    found = coerce(value, target.type)
    if found is None:
        raise Uncomposable(f"the parameter {target.name.removeprefix(AFTER)} has another type")
    return found


def _check_returns(block: tuple[Stmt, ...], result: Var) -> None:
    inside = [stmt for scope in walk(block) if isinstance(scope, Scope) for stmt in walk(scope.body)]
    skipped = {id(stmt) for stmt in inside}
    for stmt in walk(block):
        if isinstance(stmt, Return) and id(stmt) not in skipped and stmt.value.type != result.type:
            raise Uncomposable("a result of another type")


def _mro(before: Function, after: Function) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, tuple[str, ...]] = {}
    for name, above in (*before.mro, *after.mro):
        if found.setdefault(name, above) != above:
            raise Uncomposable(f"the exception {name} differs")
    return tuple(sorted(found.items()))


def _exceptions(before: Function, after: Function) -> tuple[str, ...]:
    """Every class that is raised, before those that it derives from."""
    known = dict(_mro(before, after))
    raised = {stmt.exception for side in (before, after) for stmt in walk(side.body) if isinstance(stmt, Raise)}
    every = {*raised, *known}
    return tuple(sorted(every, key=lambda name: (-len(known.get(name, ())), name)))


def _family(program: Version, name: str) -> tuple[Shape, ...]:
    found = []
    for key in (name, *program.subclasses(name)):
        info = program.describe(key)
        odd = info.opaque or info.exception
        fields = None if odd else tuple(f"field@{owner}.{field}" for field, owner, _ in info.fields)
        found.append(Shape(info.number, fields))
    return tuple(found)


def _ending(
    comparison: Comparison, one: Var, two: Var, lanes: tuple[Lane, Lane], changed: frozenset[str]
) -> tuple[Stmt, ...]:
    """What is asked of every run that comes to its end."""
    mine, other = lanes[0].result, lanes[1].result
    returned = same(one, integer(RETURNED))
    alike = comparison.alike(mine, other, returned)
    kept = comparison.kept(changed)
    sharing = comparison.sharing()
    identical = comparison.identical()
    values = same(mine, other) if mine.type == other.type else FALSE
    if comparison.places:
        alike = either(both(identical, values), alike)
        kept = either(identical, kept)
        sharing = either(both(identical, implies(returned, values)), sharing)
    goals = (
        (WAY, same(one, two)), (VALUE, implies(returned, alike)), (STATE, kept), (SHARED, sharing),
    )  # fmt: skip
    return tuple(Check(site, goal) for site, goal in goals)


__all__ = ["Incomparable", "Pair", "Product", "compose"]
