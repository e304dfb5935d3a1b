"""What `*args` and `**kwargs` of a function that is called hold.

Law (language reference, "Calls"): the positional arguments that are left over, as a tuple; the keywords that are left
over, as a new dict in the order of the call.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import no, same, text
from verheal.contracts.core.expr import Var
from verheal.contracts.core.types import OPAQUE, STR, DictT, OpaqueT, TupleT, Type, alternatives
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.long_tuples import label_of
from verheal.contracts.lowering.values import Val

Definition = ast.FunctionDef | ast.AsyncFunctionDef


def gathered(
    f: Frame, definition: Definition, module: str, args: tuple[Val, ...], keywords: dict[str, Val], node: ast.AST
) -> dict[str, Val]:
    """What the two parameters with stars are bound to, of those that the function has."""
    from verheal.contracts.lowering.expressions import hole, tuple_of
    from verheal.contracts.lowering.inline import check_value

    spec = definition.args
    bound: dict[str, Val] = {}
    if spec.vararg is not None:
        bound[spec.vararg.arg] = tuple_of(f, list(args))
    if spec.kwarg is not None:
        made = containers.new_dict(f, DictT(STR, hole(f, node, f"**{definition.name}")))
        for name, value in keywords.items():
            check_value(f, module, spec.kwarg.annotation, value, node)
            containers.dict_store(f, made, f.val(text(name)), value, node)
        bound[spec.kwarg.arg] = made
    return bound


def declared(reader: Reader, argument: ast.arg, words: bool) -> Type:
    """The type of `*args`, or of `**words`, on entry: a tuple of any length, or a dict, of what is written."""
    kind = reader.type_of(argument.annotation, deep=True) if argument.annotation is not None else OPAQUE
    return DictT(STR, kind) if words else label_of(kind)


def assume_new(f: Frame, words: Var, parameters: list[Var]) -> None:
    """The dict of the keywords is no other argument."""
    for other in parameters:
        if other != words and other.type == words.type:
            f.assume(no(same(other, words)), "the keywords are a new dict")


def exact(f: Frame, definition: Definition, module: str, bound: dict[str, Val]) -> bool:
    """Are the arguments that are left over of just the type that is written, as far as that is known?"""
    spec = definition.args
    if spec.kwarg is not None:
        return False
    if spec.vararg is None:
        return True
    kind = f.resolve(bound[spec.vararg.arg].type)
    items = kind.items if isinstance(kind, TupleT) else (OpaqueT(),)
    if spec.vararg.annotation is None:
        return not items
    declared = alternatives(Reader(f.round.program, module).type_of(spec.vararg.annotation))
    return all(one in declared for item in items for one in alternatives(item))
