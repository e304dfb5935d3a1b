"""A call of a function that is under way: by its contract, as induction over the calls that are made allows.

Law (Hoare's rule for recursive procedures): what is shown of every call from what is assumed of the calls that it
makes, with the preconditions shown at each of them, holds of all calls that come to an end. An exception is such an
end: it has left finitely many calls. So the types of results, postconditions and the exceptions that leave are taken
for granted here, and rest on the callee's own obligations. The depth is another matter: there a measure has to fall,
from what an entry can have at most.
"""

from __future__ import annotations

import ast
from dataclasses import replace

from verheal.contracts.core import heap
from verheal.contracts.core.build import both, choose, le, lt, no, select
from verheal.contracts.core.expr import FALSE, TRUE, Expr, Var, integer, mapping
from verheal.contracts.core.stmt import Assign, Havoc, If, Raise, Site, Stuck
from verheal.contracts.core.types import (
    BOOL,
    INT,
    OPAQUE,
    ClassT,
    DictT,
    IntT,
    ListT,
    MapT,
    OpaqueT,
    SetT,
    StrT,
)
from verheal.contracts.dialects.model import Contract
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.access import line_of
from verheal.contracts.lowering.agreed import assume_ensures, exactly_typed, invariants_kept, preconditions
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.bindings import ClassRef, External
from verheal.contracts.lowering.contracts import contract_of
from verheal.contracts.lowering.emission import WRITES_OLD
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.measures import candidates
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.state import Round
from verheal.contracts.lowering.trying import mro
from verheal.contracts.lowering.values import Slot, Val

Definition = ast.FunctionDef | ast.AsyncFunctionDef

NO_BOUND = "no bound on the depth of recursion was found"
WRAPPED = 2  # what decorators put on the stack with each call
MOST_ITEMS = 2**63 - 1  # sys.maxsize


def recursive(
    f: Frame, module: str, qualname: str, definition: Definition, bound: dict[str, Val], node: ast.AST
) -> Val:
    """The call, and what comes back."""
    from verheal.contracts.lowering.inline import check_argument, site_of

    key, line = f"{module}:{qualname}", line_of(node)
    f.round.recursive = True
    _note_ways(f, key)
    inner = Frame(f.round, module, f.path, qualname, f"{f.key}>{line}.{getattr(node, 'col_offset', 0)}:{qualname}")
    inner.call_site = site_of(f, node)
    inner.parameters = frozenset(bound)
    for name, value in bound.items():
        kept = f.name_value(value, name)
        kept = kept if isinstance(kept.expr, Var) else _kept(f, value, name)
        assert isinstance(kept.expr, Var)
        inner.env[name] = Slot(kept.expr, kept.type, TRUE)
        check_argument(f, definition, module, name, value, node)
    contract = contract_of(f.round.program, module, qualname)
    agreed = preconditions(inner, contract, node)
    if contract.invariants_of_class and definition.name != "__init__":
        whole = invariants_kept(inner, contract)
        f.check(f.site("pre", node), whole)
        agreed = both(agreed, whole)
    pre = f.name_value(f.val(agreed), "pre").expr
    exact = exactly_typed(f, definition, module, bound)
    deeper = f.name_value(f.val(both(pre, _bounded(f, key, bound)) if exact else FALSE), "deeper").expr
    site = f.site("safety:RecursionError", node, needs=NO_BOUND if deeper == FALSE else "")
    declared = Reader(f.round.program, module).type_of(definition.returns, deep=True) if exact else OPAQUE
    _havoc_heap(f, key)
    _overflow(f, key, deeper, site)  # it may come up deep inside, when much has happened
    _exceptions(f, key, contract, deeper, replace(site, needs=""))
    if exact:
        owed = (f"{key}|type", *_preconditions_of(f, contract))
        f.assume(f.havoc(BOOL, "typed").expr, "the type of what the function returns", owed)
    if isinstance(declared, OpaqueT | ClassT):
        return f.opaque() if isinstance(declared, OpaqueT) else f.havoc(declared, "result")
    result = f.havoc(declared, "result")
    if not any(clause.old for clause in contract.ensures):
        assume_ensures(inner, contract, dict(inner.env), result, key, pre)
    return result


def _kept(f: Frame, value: Val, name: str) -> Val:
    var = f.round.fresh(name, value.expr.type)
    f.emit(Assign(var, value.expr))
    return Val(var, value.type)


def _havoc_heap(f: Frame, key: str) -> None:
    """What the callee writes may be anything; where it writes only objects of its own, all others are as they were."""
    learned = f.round.learned
    before = f.name_value(Val(f.heap(heap.ALLOC), INT), "alloc").expr
    for name in sorted(learned.writes.get(key, frozenset())):
        kind = learned.slots.get(f"heap:{name}")
        if kind is None:
            continue
        var = f.heap(Var(name, kind))
        if not isinstance(kind, MapT) or name in learned.notes.get(f"{WRITES_OLD}{key}", frozenset()):
            f.note_write(var)
            f.emit(Havoc(var))
        else:
            for owner, _ in f.round.writers:
                learned.note_write(owner, name)
            f.emit(Assign(var, _newer(f, var, kind, before)))
        if name == heap.ALLOC.name:
            f.assume(le(before, var), "allocation only grows")


def _newer(f: Frame, var: Var, kind: MapT, before: Expr) -> Expr:
    """The map with anything at the addresses that were not yet in use."""
    old, new = f.name_value(f.val(var), "old").expr, f.round.fresh("new", kind)
    f.emit(Havoc(new))
    at = f.round.fresh("at", INT)
    return mapping(at, choose(lt(at, before), select(old, at), select(new, at)))


# -- exceptions -------------------------------------------------------------------------------------------------------


def _exceptions(f: Frame, key: str, contract: Contract, deeper: Expr, here: Site) -> None:
    """Those that the callee's own obligation lets leave, or any where that is not so."""
    line = here.line
    why = f"recursive call of {key.partition(':')[2]}, whose exceptions are not bounded, line {line}"
    named = None if deeper == FALSE else _may_leave(f, key, contract)
    if named is None:
        f.stuck(why, line, reads_only=True)
        return
    kinds = ("raises", "type", "safety:RecursionError", *(("post",) if contract.ensures else ()))
    rests_on = tuple(f"{key}|{kind}" for kind in kinds) + _preconditions_of(f, contract)

    def other() -> None:
        f.assume(no(deeper), "what is proved of the function that is called", rests_on)
        for kind in sorted(f.round.learned.notes.get(_place(here), ())):
            _perhaps(f, kind.partition(":")[2], replace(here, kind=kind))
        f.emit(Stuck(why, line, ()))
        f.emit(Raise("BaseException", Site("raises", why, line, line)))

    f.emit(If(f.havoc(BOOL, "left").expr, f.collect(other)[0]))
    for name in named:
        _perhaps(f, name, replace(here, kind="raises"), declared=key == f.round.subject)


def _overflow(f: Frame, key: str, deeper: Expr, site: Site) -> None:
    """RecursionError, where the depth is not bounded."""

    def deep() -> None:
        f.assume(no(deeper), "the depth of calls", (f"{key}|safety:RecursionError",))
        f.emit(Raise("RecursionError", site))

    f.round.exceptions.setdefault("RecursionError")
    f.emit(If(f.havoc(BOOL, "deep").expr, f.collect(deep)[0]))


def _perhaps(f: Frame, name: str, site: Site, *, declared: bool = False) -> None:
    f.round.exceptions.setdefault(name)
    f.emit(If(f.havoc(BOOL, "raised").expr, (Raise(name, site, declared),)))


def _place(site: Site) -> str:
    return f"fails {(site.text, site.line, site.end_line, site.column)}"


def _preconditions_of(f: Frame, contract: Contract) -> tuple[str, ...]:
    return (f"{f.round.subject}|pre",) if contract.requires or contract.invariants_of_class else ()


def _may_leave(f: Frame, key: str, contract: Contract) -> tuple[str, ...] | None:
    """What the callee raises with a statement of its own, or its contract allows; None when that may be anything."""
    program, learned = f.round.program, f.round.learned
    module = key.partition(":")[0]
    if contract.invariants_of_class:
        return None
    raises = contract.raises
    allowed = None if raises is None or raises.exceptions is None else resolved(program, module, raises.exceptions)
    bare = tuple(one.exception for one in contract.exceptional if not one.expression and not one.opaque)
    admitted = resolved(program, module, bare) if allowed is None else allowed
    if "BaseException" in admitted or not all(mro(program, name) for name in admitted):
        return None
    own = learned.notes.get(f"raises {key}", frozenset()) if allowed is None else frozenset()
    under = {n for n in learned.notes.get("exceptions", ()) if not set(mro(program, n)).isdisjoint(admitted)}
    return tuple(sorted(own | under | set(admitted)))


def resolved(program: Program, module: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Exceptions that a contract in the module names, as the core calls them."""
    found = []
    for name in names:
        match program.attribute(module, name):
            case External(dotted):
                found.append(dotted.removeprefix("builtins."))
            case ClassRef(key):
                found.append(key)
            case _:
                found.append(name)
    return tuple(found)


# -- depth ------------------------------------------------------------------------------------------------------------


def _note_ways(f: Frame, key: str) -> None:
    """What is called between two activations of `key` comes back to it: their own recursion passes through it."""
    stack, learned = f.round.stack, f.round.learned
    for between in stack[stack.index(key) + 1 :]:
        learned.note("recursive", between)
    if key == f.round.subject:
        learned.note("recursive", key)


def _bounded(f: Frame, key: str, bound: dict[str, Val]) -> Expr:
    """The depth of calls is bounded, as far as this call goes.

    For the subject a measure falls, from an entry that allows for a few steps, or by halves. With another function
    that never comes back to one below it on the stack, its own obligations say so, for a call from where the stack
    is shallow: not from within another recursion.
    """
    stack, learned = f.round.stack, f.round.learned
    if key != f.round.subject:
        return FALSE if not {key, f.round.subject}.isdisjoint(learned.notes.get("recursive", ())) else TRUE
    entry = f.round.entry
    now = {name: size for name, value in bound.items() if name in entry and (size := extent(f, value)) is not None}
    for name, value in bound.items():
        if value.expr != Var(name, value.expr.type) or isinstance(value.expr.type, ListT | DictT | SetT):
            learned.note("moves", name)
    found = candidates(frozenset(entry), learned.notes.get("moves", frozenset()))
    if f.round.measure >= len(found):
        return FALSE
    chosen = found[f.round.measure]
    if not set(chosen.names) <= set(now):
        return FALSE
    for name in chosen.names:
        if not isinstance(entry[name].type, IntT) or not isinstance(f.resolve(bound[name].type), IntT):
            f.assume(le(entry[name], integer(MOST_ITEMS)), "no container is larger than sys.maxsize")
    frames = sum(1 + WRAPPED * _decorated(f.round.program, one) for one in stack)
    return chosen.falls(entry, now, frames)


def _decorated(program: Program, key: str) -> bool:
    module, _, qualname = key.partition(":")
    try:
        return bool(program.function_node(module, qualname.partition("@")[0])[0].decorator_list)
    except KeyError:
        return True


def extent(f: Frame, value: Val) -> Expr | None:
    """A whole number, or how many items there are, now."""
    match f.resolve(value.type):
        case IntT():
            return value.expr
        case ListT() | DictT() | SetT() | StrT():
            return containers.size(f, value).expr
        case _:
            return None


def remember_entry(f: Frame, argument: Var) -> None:
    """What a measure may speak of; the size of a list or dict is not negative, whoever asks for it later."""
    recursive_once = "recursive" in f.round.learned.notes
    if isinstance(argument.type, IntT | ListT | DictT) or (recursive_once and isinstance(argument.type, SetT | StrT)):
        size = extent(f, Val(argument, argument.type))
        assert size is not None
        f.round.entry[argument.name] = size


def remember(now: Round, before: dict[str, frozenset[str]]) -> None:
    """Behind a round: where a function calls itself, what was noted in it makes another one necessary."""
    if now.recursive:
        for name in now.exceptions:
            now.learned.note("exceptions", name)
        for site in now.sites:
            if site.kind.startswith("safety:"):
                now.learned.note(_place(site), site.kind)
        now.learned.changed |= now.learned.notes != before


def guesses(now: Round) -> int:
    """How many measures there are to try."""
    return len(candidates(frozenset(now.entry), now.learned.notes.get("moves", frozenset())))
