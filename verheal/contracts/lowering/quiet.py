"""Values of types that are not modelled whose truth runs no code of the user's.

Law (data model, `object.__bool__`): without `__bool__` and `__len__` in the class of an object or above it, the object
is true.
"""

from __future__ import annotations

import ast

from verheal.contracts.lowering.bodies import made_of
from verheal.contracts.lowering.program import ClassRef, External, Program

PLAIN = frozenset({"None", "Bool", "Int", "Float", "Str", "builtins.bytes", "builtins.bytearray", "builtins.complex"})
# Classes above that have no truth of their own, or, as tuples and enumerations, one that runs no code.
ABOVE = frozenset(
    {"builtins.object", "typing.Generic", "typing.Protocol", "typing.NamedTuple", "abc.ABC", "enum.Enum"}
    | {"builtins.Exception", "builtins.BaseException", "builtins.ValueError", "builtins.TypeError"}
)
TRUTH = ("__bool__", "__len__")
CONTAINERS = frozenset(f"builtins.{name}" for name in ("dict", "list", "set", "frozenset", "tuple"))
DECORATORS = frozenset({"dataclasses.dataclass", "typing.final"})


def quiet_truth(program: Program, label: tuple[str, ...]) -> bool:
    """Is the truth of every value that the label names found without code of the user's?"""
    return bool(label) and all(
        name in PLAIN or _is_tuple(program, name) or _of_class(program, name) or _is_container_or_class(program, name)
        for name in label
    )


def _is_container_or_class(program: Program, name: str) -> bool:
    from verheal.contracts.core.types import OpaqueT
    from verheal.contracts.lowering import class_values

    return is_counted(program, (name,)) or bool(class_values.family(program, OpaqueT((name,))))


def is_counted(program: Program, label: tuple[str, ...]) -> bool:
    """Is every value that the label names a builtin container, whose length no class that was read says anew?"""
    from verheal.contracts.lowering.long_tuples import odd_tuples

    heads = {name.partition("[")[0] for name in label}
    if not heads <= CONTAINERS or ("builtins.tuple" in heads and odd_tuples(program)):
        return False
    return bool(heads) and not any(program.derived(head) for head in heads)


def _is_tuple(program: Program, name: str) -> bool:
    from verheal.contracts.core.types import OpaqueT
    from verheal.contracts.lowering.long_tuples import items_of

    return items_of(program, OpaqueT((name,))) is not None


def _of_class(program: Program, name: str) -> bool:
    key = made_of(name)[0] or name.removeprefix("Class<").removesuffix(">")
    if key == name or key not in program.classes:
        return False
    return all(_silent(program, one) for one in (key, *program.subclasses(key)))


def _silent(program: Program, key: str, depth: int = 0) -> bool:
    one = program.classes.get(key)
    if one is None or depth > 20 or key in program.redefined or one.keywords:
        return False
    node = program.class_node(key)
    if node is None or any(_binds(inner) for inner in ast.walk(node)):
        return False
    if any(program.stored(key, word) or program.replaced(key, word) for word in TRUTH):
        return False
    for decorator in one.decorators:
        found = program.attribute(one.module, decorator.partition("(")[0])
        if not isinstance(found, External) or found.dotted not in DECORATORS:
            return False
    return all(_silent_base(program, one.module, base, depth) for base in one.bases)


def _binds(node: ast.AST) -> bool:
    match node:
        case ast.FunctionDef(name=name) | ast.Name(id=name, ctx=ast.Store()) | ast.alias(name=name):
            return name in (*TRUTH, "*")
        case _:
            return False


def _silent_base(program: Program, module: str, base: str, depth: int) -> bool:
    match program.attribute(module, base.partition("[")[0]):
        case ClassRef(above):
            return _silent(program, above, depth + 1)
        case External(dotted):
            return dotted in ABOVE
        case _:
            return False
