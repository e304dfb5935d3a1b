"""Small changes of call expressions on their syntax: towards simpler ones, for shrinking."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from verheal.prover.run.shapes import FunctionShape
from verheal.prover.run.whole import unparse


def simpler(call: str) -> Iterator[str]:
    """Calls that differ from `call` in one literal made simpler, big steps first. Nothing for what does not
    parse."""
    tree = parse(call)
    if tree is None:
        return
    for path in literal_paths(tree):
        for replacement in _simpler(node_at(tree, path)):
            if len(path) == 1 and isinstance(replacement, ast.Constant):
                continue  # the call itself stays
            changed = copy.deepcopy(tree)
            put(changed, path, replacement)
            text = spelled(changed)
            if text is not None and text != call:
                yield text
    yield from _together(tree)


def _together(tree: ast.Expression) -> Iterator[str]:
    """A text that stands in several places, such as a key and its table, made simpler in all of them."""
    places: dict[str, list[Path]] = {}
    for path in literal_paths(tree):
        match node_at(tree, path):
            case ast.Constant(value=str() as text):
                places.setdefault(text, []).append(path)
    for text, paths in places.items():
        for shorter in ("", "a") if len(paths) > 1 and text not in ("", "a") else ():
            changed = copy.deepcopy(tree)
            for path in paths:
                put(changed, path, ast.Constant(shorter))
            found = spelled(changed)
            if found is not None:
                yield found


def parse(call: str) -> ast.Expression | None:
    """Syntax of the call with `-3` as one literal; None when it is no expression."""
    try:
        tree = ast.parse(call, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    folded: ast.Expression = _Fold().visit(tree)
    return folded


class _Fold(ast.NodeTransformer):
    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        match node:
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return ast.copy_location(ast.Constant(-number), node)
        return self.generic_visit(node)


def spelled(tree: ast.AST) -> str | None:
    try:
        return unparse(tree)
    except (ValueError, RecursionError):
        return None


Path = tuple[tuple[str, int | None], ...]


LITERALS = (ast.Constant, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.Call)


def literal_paths(node: ast.AST, at: Path = ()) -> Iterator[Path]:
    """Where the literals and calls of the expression are, outermost first; the function's name itself is left
    alone."""
    for name, value in ast.iter_fields(node):
        if isinstance(node, ast.Attribute) and name == "attr":
            continue
        children: list[tuple[int | None, Any]] = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
        for index, child in children:
            if isinstance(child, ast.AST) and not isinstance(child, ast.expr_context | ast.arguments):
                here = (*at, (name, index))
                if isinstance(child, LITERALS) and not (_is_spelled(child) and isinstance(node, ast.Attribute)):
                    yield here
                if not _is_spelled(child):
                    yield from literal_paths(child, here)


def _is_spelled(node: ast.AST) -> bool:
    """`float('inf')` is one literal: another text in it is no number. A module is no input at all."""
    match node:
        case ast.Call(ast.Name("float"), [ast.Constant(str())], []) | ast.Call(ast.Name("__import__")):
            return True
        case _:
            return False


def node_at(tree: ast.AST, path: Path) -> Any:
    current: Any = tree
    for name, index in path:
        current = getattr(current, name)
        current = current if index is None else current[index]
    return current


def put(tree: ast.AST, path: Path, value: ast.AST) -> None:
    parent = node_at(tree, path[:-1])
    name, index = path[-1]
    if index is None:
        setattr(parent, name, value)
    else:
        getattr(parent, name)[index] = value


def _simpler(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(value=bool() as flag):
            if flag:
                yield ast.Constant(False)
        case ast.Constant(value=int() as number):
            yield from (ast.Constant(n) for n in _smaller(number))
        case ast.Constant(value=float() as real):
            near = float(round(real)) if abs(real) < 1e15 else 0.5
            yield from (ast.Constant(f) for f in (0.0, 1.0, -1.0, near) if _rank(f) < _rank(real))
        case ast.Constant(value=str() as text):
            yield from (ast.Constant(t) for t in _shorter(text) if t != text)
            for simple in ("a" * len(text), "".join(c if c.isascii() else "a" for c in text)):
                if text and simple != text and (simple < text or not text.isascii()):
                    yield ast.Constant(simple)
        case ast.Constant(value=bytes() as data):
            yield from (ast.Constant(d) for d in _shorter(data) if d != data)
        case ast.List(elts=items) | ast.Set(elts=items):
            kind = type(node)
            yield from (kind(elts=list(rest)) for rest in _shorter(items) if rest or kind is ast.List)
        case ast.Tuple(elts=items):
            yield from (ast.Tuple(elts=list(rest), ctx=ast.Load()) for rest in _shorter(items))
        case ast.Dict(keys=keys, values=values):
            pairs = list(zip(keys, values, strict=True))
            for rest in _shorter(pairs):
                yield ast.Dict(keys=[k for k, _ in rest], values=[v for _, v in rest])
        case ast.Call(func=ast.Lambda(body=ast.Subscript()), args=[made]):
            yield made  # the object without its history
        case ast.Call(func=func, args=args, keywords=keywords):
            yield ast.Constant(None)
            for drop in range(len(keywords)):
                yield ast.Call(func=func, args=args, keywords=[k for i, k in enumerate(keywords) if i != drop])
            if args and not keywords:
                yield ast.Call(func=func, args=args[:-1], keywords=[])


def _rank(value: float) -> tuple[bool, bool, float, bool]:
    """Simple first: finite, whole, near to zero, positive."""
    finite = abs(value) < float("inf")
    return (
        not finite,
        finite and value != int(value),
        abs(value) if finite else 0.0,
        str(value).startswith("-"),
    )


def _smaller(number: int) -> Iterator[int]:
    for candidate in dict.fromkeys(
        (0, 1, -1, 2, -number, number // 2, -(-number // 2), number - (1 if number > 0 else -1))
    ):
        if (abs(candidate), candidate < 0) < (abs(number), number < 0):
            yield candidate


def _shorter(items: Any) -> Iterator[Any]:
    """Empty, halves, then without one element."""
    size = len(items)
    if size:
        yield items[:0]
    if size > 2:
        yield items[: size // 2]
        yield items[size // 2 :]
    for index in range(size if size > 1 else 0):
        yield items[:index] + items[index + 1 :]


def arguments(call: str, shape: FunctionShape) -> Mapping[str, str]:
    """The arguments of a call by parameter name, as expressions; a method's receiver is `self`. {} if it is
    no such
    call. An object shared by two parameters is written twice: the call says that it is one."""
    try:
        node = ast.parse(call, mode="eval").body
    except (SyntaxError, ValueError, RecursionError):
        return {}
    if shape.drive != "{}":
        node = next((n for n in ast.walk(node) if isinstance(n, ast.Call) and _is_call_of(n, shape)), node)
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.List) and node.value.elts:
        node = node.value.elts[-1]  # behind earlier calls
    match node:
        case ast.Call(func=ast.Lambda(args=ast.arguments(args=names), body=ast.Call() as body), args=shared):
            swap = {name.arg: value for name, value in zip(names, shared, strict=False)}
            node = _Substitute(swap).visit(copy.deepcopy(body))
        case ast.Call():
            named = {n.target.id: n.value for n in ast.walk(node) if isinstance(n, ast.NamedExpr)}
            node = _Substitute(named).visit(node) if named else node
    if isinstance(node, ast.Attribute):
        return {"self": unparse(node.value)}
    return dict(_arguments(node, shape)) if isinstance(node, ast.Call) else {}


def _is_call_of(node: ast.Call, shape: FunctionShape) -> bool:
    name = shape.qualname.rsplit(".", 1)[-1]
    return name == (node.func.attr if isinstance(node.func, ast.Attribute) else unparse(node.func))


def _arguments(node: ast.Call, shape: FunctionShape) -> Iterator[tuple[str, str]]:
    given = list(node.args)
    if isinstance(node.func, ast.Attribute) and shape.how == "method":
        through_class = unparse(node.func) == shape.qualname  # A.m(A(0), 1)
        receiver = given.pop(0) if through_class and given else node.func.value
        yield "self", unparse(receiver)
    yield from _positional(given, shape)
    yield from ((k.arg, unparse(k.value)) for k in node.keywords if k.arg)


def _positional(given: Sequence[ast.expr], shape: FunctionShape) -> Iterator[tuple[str, str]]:
    rest = list(given)
    for param in shape.params:
        if param.kind == "VarPos":
            yield (
                param.name,
                f"({', '.join(unparse(one) for one in rest)}{',' if len(rest) == 1 else ''})",
            )
            return
        if not rest or param.kind in ("KwOnly", "VarKw"):
            return
        yield param.name, unparse(rest.pop(0))


class _Substitute(ast.NodeTransformer):
    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self.values = values

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self.values.get(node.id, node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.AST:
        return node.value
