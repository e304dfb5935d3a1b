"""A call of a function of the repository: its body is lowered in place, its requires become obligations here."""

from __future__ import annotations

import ast

from verheal.contracts.core.build import both
from verheal.contracts.core.expr import FALSE, Expr
from verheal.contracts.core.stmt import Scope
from verheal.contracts.core.types import NEVER, NeverT, OpaqueT, TupleT
from verheal.contracts.dialects.model import Contract
from verheal.contracts.lowering import type_variables
from verheal.contracts.lowering.access import line_of
from verheal.contracts.lowering.agreed import (
    assume_ensures,
    exactly_typed,
    guarded,
    invariants_kept,
    look,
    may_break,
    preconditions,
)
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.attributes import bound_in_class
from verheal.contracts.lowering.caching import either_way, exact, is_cache
from verheal.contracts.lowering.conform import bind_holes, fits_where_known, goal
from verheal.contracts.lowering.contracts import CONTRACT_DECORATORS, bind_olds, contract_of
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.gathered import gathered
from verheal.contracts.lowering.program import ConstantRef, External, Program
from verheal.contracts.lowering.properties import Accessor
from verheal.contracts.lowering.recursion import recursive
from verheal.contracts.lowering.spans import Span, spans_of
from verheal.contracts.lowering.starred import items_of
from verheal.contracts.lowering.values import BOTTOM, Slot, Val

DEPTH = 5
Definition = ast.FunctionDef | ast.AsyncFunctionDef
HARMLESS = frozenset(
    {
        "builtins.staticmethod",
        "builtins.classmethod",
        "builtins.property",
        "typing.override",
        "typing.final",
        "typing_extensions.override",
        "typing_extensions.final",
        "abc.abstractmethod",
    }
)


def inline(
    f: Frame,
    module: str,
    qualname: str,
    args: tuple[Val, ...],
    keywords: dict[str, Val],
    node: ast.AST,
    accessor: Accessor | None = None,
) -> Val:
    """module.qualname(args): inlined, by contract when it is under way already, unknown when it cannot be.

    Of a property, `accessor` is the one of its functions that is called.
    """
    program = f.round.program
    key = f"{module}:{qualname}"
    line = line_of(node)
    if any(isinstance(v.type, NeverT) for v in (*args, *keywords.values())):
        return BOTTOM
    found = program.modules[module].function(qualname) if accessor is None else accessor.function
    kept = [d for d in found.decorators if is_cache(program, module, d)] if found is not None else []
    if (
        found is None
        or found.is_async
        or found.nested
        or any(not known_decorator(program, module, d) for d in found.decorators if d not in kept)
    ):
        return _unknown(f, key, args, keywords, line)
    definition, owner = program.function_node(module, qualname)
    if accessor is not None and not accessor.last:
        definition, key = accessor.node, f"{key}@{accessor.node.lineno}"
        if contract_of(program, module, qualname, definition).ensures or key in f.round.stack:
            return _unknown(f, key, args, keywords, line)
    bound = bind(f, definition, module, args, keywords, node)
    if bound is None or (found.is_generator and contract_of(program, module, qualname).requires):
        return _unknown(f, key, args, keywords, line)
    if found.is_generator:
        return _generator(f, definition, module, bound, node)
    if key in f.round.stack:
        return recursive(f, module, qualname, definition, bound, node)
    if len(f.round.stack) > DEPTH:
        return _unknown(f, key, args, keywords, line)
    if not kept:
        return _inline(f, module, qualname, definition, owner, bound, node)
    if contract_of(program, module, qualname).ensures or not exact(f, bound.values()):
        return _unknown(f, key, args, keywords, line)
    return either_way(f, lambda: _inline(f, module, qualname, definition, owner, bound, node))


def _generator(f: Frame, definition: Definition, module: str, bound: dict[str, Val], node: ast.AST) -> Val:
    """A call of a generator function runs nothing of it; what runs over the result may do and raise anything."""
    from verheal.contracts.lowering.calls import escape

    for name, value in bound.items():
        check_argument(f, definition, module, name, value, node)
        escape(f, value)
    return f.opaque()


def known_decorator(program: Program, module: str, text: str) -> bool:
    """Does the decorator leave the function what it is, contracts aside?"""
    match program.attribute(module, text.partition("(")[0]):
        case External(dotted):
            package, _, name = dotted.partition(".")
            contract = package in ("icontract", "deal") and name.rpartition(".")[2] in CONTRACT_DECORATORS
            return contract or dotted in HARMLESS
        case ConstantRef(where, constant) if constant.value and not constant.rebound and "(" not in text:
            # A name for decorators that were made before; a chain of them applies one after the other.
            made = ast.parse(constant.value, mode="eval").body
            if not isinstance(made, ast.Call) or any(isinstance(part, ast.Starred) for part in made.args):
                return False
            chained = program.attribute(where, ast.unparse(made.func)) == External("deal.chain")
            parts = [made.func, *(made.args if chained else ())]
            return all(known_decorator(program, where, ast.unparse(part)) for part in parts)
        case _:
            return text.endswith((".setter", ".deleter"))


def _unknown(f: Frame, key: str, args: tuple[Val, ...], keywords: dict[str, Val], line: int) -> Val:
    from verheal.contracts.lowering.calls import escape

    for value in (*args, *keywords.values()):
        escape(f, value)
    f.stuck(f"calls {key.partition(':')[2]}, which is not inlined, line {line}", line)
    return f.opaque()


def bind(
    f: Frame,
    definition: Definition,
    module: str,
    args: tuple[Val, ...],
    keywords: dict[str, Val],
    node: ast.AST,
) -> dict[str, Val] | None:
    """Parameters to values; None when the call does not fit the signature."""
    spec = definition.args
    positional = [a.arg for a in spec.posonlyargs + spec.args]
    named = [a.arg for a in spec.args + spec.kwonlyargs]
    more = {name: value for name, value in keywords.items() if name not in named}
    if (len(args) > len(positional) and not spec.vararg) or (more and not spec.kwarg):
        return None
    bound = dict(zip(positional, args, strict=False))
    if set(bound) & (set(keywords) - set(more)):
        return None
    bound |= {name: value for name, value in keywords.items() if name in named}
    defaults = dict(zip(positional[len(positional) - len(spec.defaults) :], spec.defaults, strict=True))
    defaults |= {a.arg: d for a, d in zip(spec.kwonlyargs, spec.kw_defaults, strict=True) if d is not None}
    for name in positional + [a.arg for a in spec.kwonlyargs]:
        if name not in bound:
            if name not in defaults:
                return None
            bound[name] = default_value(f, module, defaults[name], node)
    return bound | gathered(f, definition, module, args[len(positional) :], more, node)


def default_value(f: Frame, module: str, source: ast.expr, node: ast.AST) -> Val:
    """The default of a parameter: a constant, or something that lives on between calls and is not known."""
    from verheal.contracts.lowering.bindings import ConstantRef
    from verheal.contracts.lowering.enums import member_of
    from verheal.contracts.lowering.names import module_constant

    member = member_of(f, module, source)
    if member is not None:
        return member
    if isinstance(source, ast.Name) and not bound_in_class(f.round.program, module, source.id):
        found = f.round.program.binding(module, source.id)
        if isinstance(found, ConstantRef) and found.constant.value is not None and not found.constant.rebound:
            return module_constant(f, found.module, found.constant.value, node)
    return module_constant(f, module, ast.unparse(source), node)


def site_of(f: Frame, node: ast.AST) -> tuple[str, int, int, int, tuple[Span, ...]]:
    """Where the obligations of an inlined call stand: at the call."""
    if f.call_site is not None:
        return f.call_site
    line = line_of(node)
    return (
        ast.unparse(node),
        line,
        int(getattr(node, "end_lineno", line) or line),
        int(getattr(node, "col_offset", 0)),
        spans_of(node),
    )


def _inline(
    f: Frame,
    module: str,
    qualname: str,
    definition: Definition,
    owner: ast.ClassDef | None,
    bound: dict[str, Val],
    node: ast.AST,
) -> Val:
    from verheal.contracts.lowering.function import local_names, lower_body

    last = f.round.program.function_node(module, qualname)[0] is definition
    key = f"{module}:{qualname}" if last else f"{module}:{qualname}@{definition.lineno}"
    place = f"{f.key}>{line_of(node)}.{getattr(node, 'col_offset', 0)}:{key.partition(':')[2]}"
    inner = Frame(f.round, module, f.path, qualname, place, owner=_owner_key(module, qualname, owner))
    inner.call_site = site_of(f, node)
    inner.parameters = frozenset(bound)
    inner.locals = local_names(definition)
    for name, value in bound.items():
        kept = f.name_value(value, name)
        if kept.expr is value.expr and not hasattr(kept.expr, "name"):
            kept = _kept(f, value, name)
        inner.env[name] = Slot(kept.expr, kept.type, _true())  # type: ignore[arg-type]
        _same_object(f, value.expr, kept.expr)
        check_argument(f, definition, module, name, value, node)
    contract = contract_of(f.round.program, module, qualname, definition)
    pre = _agreed(inner, contract, definition.name == "__init__", node)
    bind_olds(inner, contract)
    entry = dict(inner.env)
    inner.constructing = definition.name == "__init__" and inner.owner is not None
    f.round.stack.append(key)
    f.round.writers.append((key, f.round.serial))
    learned = f.round.learned
    kind = learned.slots.get(f"{place}:return", NEVER)
    inner.result = result = f.round.fresh("result", f.resolve(kind))
    if inner.constructing:
        f.round.constructing.append(inner)
    statements, _, _ = inner.collect(lambda: lower_body(inner, definition, contract))
    if inner.constructing:
        f.round.constructing.pop()
        inner.constructing = False  # what is asked from here on is asked of an object that is made
    f.round.stack.pop()
    f.round.writers.pop()
    f.emit(guarded(inner, contract, Scope(result, statements), node))
    if kind == NEVER:
        # Nothing comes back as far as is known; if this round learned otherwise, there is another one.
        f.round.dead = f.round.dead or f"{place}:return" not in learned.slots
        return BOTTOM
    f.assume_valid(result)
    value = Val(result, kind)
    inner.env = dict(entry)
    inner.constructing = False
    look(inner, contract.invariants_of_class, node)
    if not exactly_typed(f, definition, module, bound):
        may_break(inner, contract.ensures, node, value)
        return value
    assume_ensures(inner, contract, entry, value, key, pre)
    return value


def _agreed(inner: Frame, contract: Contract, makes: bool, node: ast.AST) -> Expr:
    """Where the call begins as the callee's verdict has it: its requires and, but for a constructor, its invariants."""
    if makes:
        return preconditions(inner, contract, node)
    look(inner, contract.invariants_of_class, node)
    pre = preconditions(inner, contract, node)
    return both(pre, invariants_kept(inner, contract)) if contract.ensures else pre


def _same_object(f: Frame, value: Expr, kept: Expr) -> None:
    """What is known of the object by this name is known by the other."""
    f.round.watched |= {kept} if value in f.round.watched else set()
    f.round.selves |= {kept} if type_variables.root(value) in f.round.selves else set()


def _true() -> Expr:
    from verheal.contracts.core.expr import TRUE

    return TRUE


def _kept(f: Frame, value: Val, name: str) -> Val:
    from verheal.contracts.core.stmt import Assign

    var = f.round.fresh(name, value.expr.type)
    f.emit(Assign(var, value.expr))
    return Val(var, value.type)


def _owner_key(module: str, qualname: str, owner: ast.ClassDef | None) -> str | None:
    return f"{module}:{qualname.rpartition('.')[0]}" if owner is not None else None


def check_argument(
    f: Frame,
    definition: Definition,
    module: str,
    name: str,
    value: Val,
    node: ast.AST,
) -> None:
    """The argument against the annotation of its parameter: an obligation of kind type."""
    spec = definition.args
    if spec.vararg is not None and spec.vararg.arg == name:
        for one in items_of(value) if isinstance(value.type, TupleT) else []:
            check_value(f, module, spec.vararg.annotation, one, node)
        return
    annotation = next((a.annotation for a in spec.posonlyargs + spec.args + spec.kwonlyargs if a.arg == name), None)
    if name not in ("self", "cls"):
        check_value(f, module, annotation, value, node)


def check_value(f: Frame, module: str, annotation: ast.expr | None, value: Val, node: ast.AST) -> None:
    """The value against an annotation of the callee: an obligation of kind type."""
    if annotation is None:
        return
    declared = Reader(f.round.program, module, labels=True).type_of(annotation)
    if isinstance(declared, OpaqueT) and not declared.label:
        return
    bind_holes(f, value.type, declared)
    test = goal(f, declared, value)
    vague = not isinstance(declared, OpaqueT) and fits_where_known(f, declared, value)
    if test is not None:
        f.check(f.site("type", node), test)
    elif f.call_site is None and not vague:
        # What an inlined function passes on is its own obligation, where it is not known.
        f.check(f.site("type", node, needs="the type of an argument is not known"), FALSE)
