"""Methods of the builtin containers and of str: found by the receiver's type."""

from __future__ import annotations

import ast

from verheal.contracts.core.types import DictT, ListT, SetT, StrT, TupleT
from verheal.contracts.lowering import text_facts
from verheal.contracts.lowering.arguments import Method, always_fails, given, impossible
from verheal.contracts.lowering.dict_methods import DICT_METHODS
from verheal.contracts.lowering.dict_update import update
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.list_methods import LIST_METHODS, TUPLE_METHODS, sort
from verheal.contracts.lowering.sequences import as_list, display, is_lazy, listed
from verheal.contracts.lowering.set_methods import SET_METHODS
from verheal.contracts.lowering.str_methods import STR_METHODS, join
from verheal.contracts.lowering.templates import format_method
from verheal.contracts.lowering.values import BOTTOM, Val


def container_method(f: Frame, receiver: Val, name: str, node: ast.Call) -> Val:
    """receiver.name(...), the receiver no union; arguments are evaluated here, in order."""
    if isinstance(receiver.type, ListT) and name == "sort":
        return sort(f, receiver, node)
    if isinstance(receiver.type, StrT) and name == "join" and len(node.args) == 1 and not node.keywords:
        return _join(f, receiver, node)
    if isinstance(receiver.type, StrT) and name == "format":
        return format_method(f, receiver, node)
    if isinstance(receiver.type, DictT) and name == "update":
        return update(f, receiver, node)
    entry = next((one for one in _methods(receiver) if one.name == name), None)
    if entry is None and not hasattr(_class(receiver), name):
        return always_fails(f, "AttributeError", node)
    if entry is None:
        return f.unsupported(f"method {name} of {_word(receiver)}", node)
    if name == "extend" and len(node.args) == 1 and is_lazy(f, node.args[0]):
        return _extend_by_loop(f, receiver, node)
    args = given(f, node, entry)
    if args is None:
        return f.unsupported(f"method {name} with these arguments", node)
    if impossible([receiver, *args]):
        return BOTTOM
    if isinstance(receiver.type, StrT):
        from verheal.contracts.lowering.expressions import split_all

        return split_all(f, args, lambda cases: BOTTOM if impossible(cases) else entry.work(f, receiver, cases, node))
    return entry.work(f, receiver, args, node)


def _join(f: Frame, receiver: Val, node: ast.Call) -> Val:
    from verheal.contracts.lowering.expressions import lower

    source = display(node.args[0])
    if is_lazy(f, source):
        parts = listed(f, source)
    else:
        given_value = lower(f, source)
        if (whole := text_facts.joined_items(f, receiver, given_value)) is not None:
            return whole
        parts = as_list(f, given_value, source)
    return f.unsupported("join of this value", node) if parts is None else join(f, receiver, parts, node)


def _methods(receiver: Val) -> tuple[Method, ...]:
    match receiver.type:
        case ListT():
            return LIST_METHODS
        case DictT():
            return DICT_METHODS
        case SetT():
            return SET_METHODS
        case StrT():
            return STR_METHODS
        case TupleT():
            return TUPLE_METHODS
        case _:
            return ()


def _class(receiver: Val) -> type:
    """The builtin class of the value, whose attributes this CPython has."""
    classes: tuple[tuple[type, type], ...] = (
        (ListT, list), (DictT, dict), (SetT, set), (StrT, str), (TupleT, tuple)
    )  # fmt: skip
    return next(found for kind, found in classes if isinstance(receiver.type, kind))


def _word(receiver: Val) -> str:
    return type(receiver.type).__name__.removesuffix("T").lower()


def _extend_by_loop(f: Frame, receiver: Val, node: ast.Call) -> Val:
    """An iterator is run over while the list grows, item by item: the loop of appends that this is."""
    from verheal.contracts.lowering.comprehensions import hidden, located, loops
    from verheal.contracts.lowering.sequences import generator
    from verheal.contracts.lowering.statements import lower_block
    from verheal.contracts.lowering.values import NONE_VAL

    if generator(f, node.args[0]) is not None:
        return f.unsupported("extend by a generator", node)
    kept = hidden(f, node)
    f.assign(kept, receiver)
    item = ast.Name("item'", ast.Load())
    append = ast.Call(ast.Attribute(ast.Name(kept, ast.Load()), "append", ast.Load()), [item], [])
    gen = ast.comprehension(ast.Name("item'", ast.Store()), node.args[0], [], 0)
    lower_block(f, [located(loops([gen], [ast.Expr(append)]), node)])
    for name in (kept, "item'"):
        f.env.pop(name, None)
    return NONE_VAL
