"""Clauses of contracts, lowered in the frame of the function they speak of."""

from __future__ import annotations

import ast
from dataclasses import replace

from verheal.contracts.core.expr import TRUE, Expr
from verheal.contracts.core.types import (
    ClassT,
    DictT,
    ListT,
    OpaqueT,
    SetT,
    Type,
    UnionT,
    is_reference,
)
from verheal.contracts.dialects import Ancestor, Context, read_contract, read_invariants
from verheal.contracts.dialects.context import Resolve
from verheal.contracts.dialects.model import Clause, Contract
from verheal.contracts.dialects.pep316 import supposed
from verheal.contracts.lowering import nested_lists
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.values import Slot, Val

CONTRACT_DECORATORS = frozenset(
    {
        "require",
        "ensure",
        "snapshot",
        "invariant",
        "pre",
        "post",
        "raises",
        "safe",
        "pure",
        "has",
        "reason",
        "chain",
        "inv",
    }
)


def contract_of(
    program: Program, module: str, qualname: str, of: ast.FunctionDef | ast.AsyncFunctionDef | None = None
) -> Contract:
    """All that is written about a function, its ancestors' included; `of` is a definition that a later one hides."""
    definition, owner = program.function_node(module, qualname)
    definition = of or definition
    key = f"{module}:{qualname}@{definition.lineno}"
    if key not in program.contracts:
        above: tuple[Ancestor, ...] = ()
        if owner is not None:
            class_key = f"{module}:{qualname.rpartition('.')[0]}"
            above = _ancestors(program, class_key)
        tree = program.written(module)
        if tree is not program.tree(module):
            definition = _as_written(tree, definition)
        program.contracts[key] = read_contract(tree, definition, owner, _resolver(program, module), above)
    return program.contracts[key]


def suppose(
    program: Program, module: str, qualname: str, requires: tuple[str, ...], ensures: tuple[str, ...]
) -> Contract:
    """From now on the function has these conditions as well, in the notation of PEP 316, marked as inferred.

    What was supposed of it before is forgotten.
    """
    definition, _ = program.function_node(module, qualname)
    known = contract_of(program, module, qualname)
    found = replace(
        known,
        requires=(*_written(known.requires), *(supposed("requires", text, definition, qualname) for text in requires)),
        ensures=(*_written(known.ensures), *(supposed("ensures", text, definition, qualname) for text in ensures)),
    )
    program.contracts[f"{module}:{qualname}@{definition.lineno}"] = found
    return found


def _written(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    return tuple(clause for clause in clauses if clause.origin != "inferred")


def _as_written(
    tree: ast.Module, definition: ast.FunctionDef | ast.AsyncFunctionDef
) -> ast.FunctionDef | ast.AsyncFunctionDef:
    """The same definition in the tree from which nothing is erased."""
    for node in ast.walk(tree):
        if isinstance(node, type(definition)) and (node.lineno, node.name) == (definition.lineno, definition.name):
            return node
    return definition


def class_clauses(program: Program, key: str) -> tuple[Clause, ...]:
    """The invariants of a class, inherited ones included."""
    module, _, qualname = key.partition(":")
    node = _class_node(program.tree(module).body, qualname.split("."))
    if node is None:
        return ()
    return read_invariants(program.tree(module), node, _resolver(program, module), _ancestors(program, key))


def _resolver(program: Program, module: str) -> Resolve:
    imports = {i.name: i.module + (f".{i.attribute}" if i.attribute else "") for i in program.modules[module].imports}
    return imports.get


def _ancestors(program: Program, key: str) -> tuple[Ancestor, ...]:
    if key not in program.classes:
        return ()
    found = []
    for above in program.describe(key).chain[1:]:
        module, _, qualname = above.partition(":")
        node = _class_node(program.tree(module).body, qualname.split("."))
        if node is not None:
            found.append(Ancestor(node, Context(program.tree(module), _resolver(program, module))))
    return tuple(found)


def _class_node(body: list[ast.stmt], path: list[str]) -> ast.ClassDef | None:
    for node in reversed(body):
        if isinstance(node, ast.ClassDef) and node.name == path[0]:
            return node if len(path) == 1 else _class_node(node.body, path[1:])
    return None


def bind_olds(f: Frame, contract: Contract) -> None:
    """Evaluate now, on entry, what clauses will call old."""
    for clause in (*contract.ensures, *contract.requires):
        for shown, source in clause.old:
            if shown in f.olds:
                continue
            try:
                tree = ast.parse(source, mode="eval").body
            except SyntaxError:
                continue
            from verheal.contracts.lowering.expressions import lower

            value = f.name_value(lower(f, tree), "old")
            f.olds[shown] = _deep_copy(f, value) if clause.old_copies else value


def _deep_copy(f: Frame, value: Val, depth: int = 0) -> Val:
    """A copy that later writes do not reach; of what is nested, nothing is known."""
    from verheal.contracts.core import heap
    from verheal.contracts.lowering import containers

    kind = f.resolve(value.type)
    match kind:
        case ListT(element) if not _reaches_heap(element):
            return containers.new_list(f, value.type, containers.row(f, value), containers.size(f, value).expr)
        case ListT(ListT(element) as inner) if not _reaches_heap(element):
            return nested_lists.copied(f, value, inner)
        case SetT():
            made = f.allocate(value.type)
            f.write(heap.set_has(kind), made.expr, containers.set_members(f, value))
            return made
        case DictT(_, inner) if not _reaches_heap(inner):
            from verheal.contracts.core.build import select

            made = f.allocate(value.type)
            for var in (heap.dict_has(kind), heap.dict_val(kind), heap.dict_size(kind), heap.dict_keys(kind)):
                f.write(var, made.expr, select(f.heap(var), value.expr))
            return made
        case ClassT(name) if depth < 3:
            return _copy_object(f, value, name, depth)
        case _ if not _reaches_heap(kind):
            return value
        case _:
            return f.opaque()


def _copy_object(f: Frame, value: Val, key: str, depth: int) -> Val:
    from verheal.contracts.core import heap
    from verheal.contracts.core.build import select
    from verheal.contracts.lowering.fields import field

    program = f.round.program
    if program.subclasses(key):
        return f.opaque()
    made = f.allocate(value.type)
    f.write(heap.CLASS, made.expr, select(f.heap(heap.CLASS), value.expr))
    for name, _, _ in program.describe(key).fields:
        found = field(f, key, name)
        if found is not None:
            copied = _deep_copy(f, f.read(found.var, value.expr, found.kind, name), depth + 1)
            fits = copied.expr.type == f.resolve(found.kind)
            f.write(found.var, made.expr, copied.expr if fits else f.havoc(found.kind).expr)
    return made


def _reaches_heap(kind: Type) -> bool:
    from verheal.contracts.core.types import TupleT

    match kind:
        case TupleT(items) | UnionT(items):
            return any(_reaches_heap(item) for item in items)
        case _:
            return is_reference(kind) or isinstance(kind, OpaqueT)


def clause_truth(f: Frame, clause: Clause, result: Val | None) -> Expr | None:
    """The clause in the present state, as a core bool; None when it cannot be read."""
    from verheal.contracts.lowering.expressions import lower, truth

    if clause.opaque or not clause.expression:
        return None
    try:
        tree = ast.parse(clause.expression, mode="eval").body
    except (SyntaxError, RecursionError, MemoryError):
        return None
    saved = dict(f.env)
    if clause.result_name is not None and result is not None:
        kept = f.name_value(result, "returned")
        kept = kept if hasattr(kept.expr, "name") else _in_variable(f, kept)
        f.env[clause.result_name] = Slot(kept.expr, kept.type, TRUE)  # type: ignore[arg-type]
    held = truth(f, lower(f, tree), tree)
    f.env = saved
    return held


def _in_variable(f: Frame, value: Val) -> Val:
    from verheal.contracts.core.stmt import Assign

    var = f.round.fresh("kept", value.expr.type)
    f.emit(Assign(var, value.expr))
    return Val(var, value.type)
