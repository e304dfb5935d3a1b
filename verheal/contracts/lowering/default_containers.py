"""Defaults that are containers: made once, when the function was defined, and kept between calls.

Law (language reference, "Function definitions"): a call that leaves the argument out gets that one object, with all
that calls before it have put there; of the annotated type, if it was so when it was made.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.types import DictT, ListT, SetT, Type, alternatives
from verheal.contracts.lowering.annotations import Reader, accepts
from verheal.contracts.lowering.attributes import bound_names
from verheal.contracts.lowering.plain_types import plain_type
from verheal.contracts.lowering.program import External


def new_container(reader: Reader, kind: Type, default: ast.expr) -> bool:
    """Is the default a new list, set or dict, and one of an alternative of the type?"""
    return any(_made(reader, one, default) for one in alternatives(kind))


def _made(reader: Reader, kind: Type, default: ast.expr) -> bool:
    def all_of(wanted: Type, parts: list[ast.expr]) -> bool:
        return all(accepts(reader.program, wanted, plain_type(reader, None, part)) for part in parts)

    match kind, default:
        case (ListT(item), ast.List(elts=parts)) | (SetT(item), ast.Set(elts=parts)):
            return all_of(item, parts)
        case DictT(key, value), ast.Dict(keys=keys, values=values):
            return all_of(key, [k for k in keys if k is not None]) and None not in keys and all_of(value, values)
        case (ListT() | SetT() | DictT()), ast.Call(func=ast.Name(id=name), args=[], keywords=[]):
            found = reader.program.binding(reader.module, name)
            plain = {ListT: "list", SetT: "set", DictT: "dict"}[type(kind)]
            hidden = any(name in bound_names(node) for node in ast.walk(reader.program.tree(reader.module)))
            return name == plain and found == External(f"builtins.{name}") and not hidden  # by a class body, say
        case _:
            return False
