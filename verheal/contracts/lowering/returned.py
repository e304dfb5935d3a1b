"""Results that conform to their annotation by where they come from: a parameter, a function made here.

Law: what conforms to the annotation of a parameter conforms to the same annotation of the result. A function conforms
to `Callable[[A], R]` where its parameters take an `A` and everything that it returns is an `R`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from verheal.contracts.core.types import ClassT, DictT, ListT, SetT, Type, includes, is_unknown
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.attributes import bound_names
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.plain_types import plain_type
from verheal.contracts.lowering.values import Val

CALLABLES = frozenset({"typing.Callable", "collections.abc.Callable"})
MADE_OF = frozenset({"__code__", "__defaults__", "__kwdefaults__"})
Made = ast.FunctionDef | ast.AsyncFunctionDef


def returns_parameter(f: Frame, value: Val, node: ast.AST) -> bool:
    """Is an object returned that came as a parameter annotated as the result is, or as `self` for `Self`?"""
    match node:
        case ast.Return(value=ast.Name(id=name)) if name in f.parameters and name not in f.locals:
            if not isinstance(value.type, ClassT):
                return False
            function, owner = f.round.program.function_node(f.module, f.qualname)
            spec = function.args
            positional = [*spec.posonlyargs, *spec.args]
            notes = {a.arg: ast.unparse(a.annotation) for a in [*positional, *spec.kwonlyargs] if a.annotation}
            if notes.get(name) == f.return_text:
                return True
            reader = Reader(f.round.program, f.module)
            is_self = owner is not None and positional[:1] and positional[0].arg == name
            own = not any(ast.unparse(d) in ("staticmethod", "classmethod") for d in function.decorator_list)
            found = ast.parse(f.return_text, mode="eval").body
            return bool(is_self and own and reader.dotted(found) in ("typing.Self", "typing_extensions.Self"))
        case _:
            return False


def returns_function(f: Frame, node: ast.AST) -> bool:
    """Is it a function made here that takes and gives what the annotation of the result says?"""
    from verheal.contracts.lowering.closures import nested

    if not isinstance(node, ast.Return) or not isinstance(node.value, ast.Name):
        return False
    made = nested(f, node.value.id)
    function, _ = f.round.program.function_node(f.module, f.qualname)
    if any(isinstance(one, ast.Attribute) and one.attr in MADE_OF for one in ast.walk(function)):
        return False
    wanted = _unquoted(ast.parse(f.return_text, mode="eval").body)
    match wanted:
        case ast.Subscript(value=base, slice=ast.Tuple(elts=[ast.List(elts=taken), given])) if made is not None:
            reader = Reader(f.round.program, f.module)
            fits = reader.dotted(base) in CALLABLES and _takes(made, taken) and _gives(f, reader, made, given)
            return fits and not any(_outside(f, note, set()) for note in (*taken, given))
        case _:
            return False


def _unquoted(node: ast.expr) -> ast.expr:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        try:
            return ast.parse(node.value, mode="eval").body
        except (SyntaxError, ValueError):
            return node
    return node


def _takes(made: Made, taken: list[ast.expr]) -> bool:
    """Can it be called with just these by position, each being what is written of its parameter?"""
    spec = made.args
    positional = [*spec.posonlyargs, *spec.args]
    required = len(positional) - len(spec.defaults)
    notes = [_text(one.annotation) for one in positional[: len(taken)]]
    fits = required <= len(taken) <= len(positional) and None not in spec.kw_defaults
    return fits and notes == [_text(one) for one in taken]


def _gives(f: Frame, reader: Reader, made: Made, given: ast.expr) -> bool:
    """Is everything that it returns what is written?"""
    if _text(made.returns) != _text(given) or not isinstance(made.body[-1], ast.Return | ast.Raise):
        return False
    declared = reader.type_of(given)
    return all(_is_given(f, reader, made, one.value, declared) for one in _returns(made))


def _is_given(f: Frame, reader: Reader, made: Made, value: ast.expr | None, declared: Type) -> bool:
    if value is None or isinstance(declared, ListT | SetT | DictT):  # who gives it on may have changed it
        return False
    spec = made.args
    every = {a.arg: _text(a.annotation) for a in [*spec.posonlyargs, *spec.args, *spec.kwonlyargs]}
    if isinstance(value, ast.Name) and every.get(value.id) == _text(made.returns):
        bound = {name for node in ast.walk(made) if node is not made for name in bound_names(node)}
        return value.id not in bound and not spec.defaults and not spec.kw_defaults
    return not _outside(f, value, set(every)) and _is(plain_type(reader, made, value), declared)


def _is(kind: Type, declared: Type) -> bool:
    return not is_unknown(kind) and not is_unknown(declared) and includes(declared, kind)


def _outside(f: Frame, node: ast.expr, own: set[str]) -> bool:
    """Does it mention a variable of the function in which it stands, which means something else at the module?"""
    names = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)} - own
    return not names.isdisjoint({*f.locals, *f.parameters})


def _returns(made: Made) -> Iterator[ast.Return]:
    todo: list[ast.AST] = list(made.body)
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Return):
            yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            todo += ast.iter_child_nodes(node)


def _text(node: ast.expr | None) -> str:
    """The annotation as it stands; "" where there is none, which equals no other."""
    return "" if node is None else ast.unparse(_unquoted(node))
