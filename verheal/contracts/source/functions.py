"""A `def` to a `Function`."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from verheal.contracts.source.comments import SkipComment, skip_of
from verheal.contracts.source.lines import Lines
from verheal.contracts.source.local_effects import local_effects
from verheal.contracts.source.local_types import LAMBDA, called_by_callee, expression_type, local_types
from verheal.contracts.source.model import Call, Function, Parameter, ParameterKind, Skip
from verheal.contracts.source.walk import DEF, Frame, FunctionNode

PROPERTY_DECORATORS = frozenset({"property", "cached_property", "abstractproperty"})
PROPERTY_METHODS = frozenset({"setter", "getter", "deleter"})
_OPERATIONS: dict[type[ast.AST], str] = {
    ast.Attribute: "write", ast.Subscript: "write", ast.AugAssign: "write", ast.withitem: "with",
    ast.For: "loop", ast.AsyncFor: "loop", ast.comprehension: "loop",
}
IMPLICIT_STATIC = frozenset({"__new__"})
IMPLICIT_CLASS = frozenset({"__init_subclass__", "__class_getitem__"})


@dataclass(frozen=True)
class Context:
    """What every definition of one module shares."""

    module: str
    path: str
    lines: Lines
    comments: tuple[SkipComment, ...]
    module_skip: Skip | None
    classes: frozenset[str]


def function(frame: Frame, context: Context) -> Function:
    node = frame.node
    assert isinstance(node, FunctionNode)
    lines = context.lines
    parent = frame.parent.node if frame.parent else None
    in_class = frame.parent.qualname if frame.parent and isinstance(parent, ast.ClassDef) else None
    names = [decorator_name(d) for d in node.decorator_list]
    types = local_types(frame, lines)
    return Function(
        qualname=frame.qualname,
        name=node.name,
        module=context.module,
        path=context.path,
        span=lines.span(node),
        parameters=tuple(parameters(node.args, lines)),
        returns=lines.source(node.returns),
        decorators=tuple(lines.text(d) for d in node.decorator_list),
        docstring=docstring(node),
        class_name=in_class,
        is_async=isinstance(node, ast.AsyncFunctionDef),
        is_generator=frame.is_generator,
        is_static=in_class is not None and ("staticmethod" in names or node.name in IMPLICIT_STATIC),
        is_class=in_class is not None and ("classmethod" in names or node.name in IMPLICIT_CLASS),
        is_property=any(_is_property(n) for n in names),
        nested="<locals>" in frame.qualname,
        skip=_skip(frame, context),
        effects=local_effects(frame, types, context.classes),
        first_line=min([node.lineno, *(d.lineno for d in node.decorator_list)]),
        calls=tuple(_calls(frame, node, types)),
        reads=tuple(sorted(frame.reads | frame.quoted)),
        bound=tuple(sorted(frame.bound)),
        attributes=tuple(sorted(frame.attributes)),
        references=tuple(dict.fromkeys(_named(m, m.lineno, types) for m in frame.mentions)),
        operations=tuple(sorted({_OPERATIONS[type(w)] for w in frame.writes if type(w) in _OPERATIONS})),
        digest=frame.digest,
    )


def parameters(args: ast.arguments, lines: Lines) -> Iterator[Parameter]:
    """The parameters in the order of the signature."""
    positional = [*args.posonlyargs, *args.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(args.defaults))
    defaults += args.defaults
    for index, (arg, default) in enumerate(zip(positional, defaults, strict=True)):
        kind = ParameterKind.POS_ONLY if index < len(args.posonlyargs) else ParameterKind.NORMAL
        yield _parameter(arg, kind, default, lines)
    if args.vararg:
        yield _parameter(args.vararg, ParameterKind.VAR_POS, None, lines)
    for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        yield _parameter(arg, ParameterKind.KW_ONLY, default, lines)
    if args.kwarg:
        yield _parameter(args.kwarg, ParameterKind.VAR_KW, None, lines)


def _parameter(arg: ast.arg, kind: ParameterKind, default: ast.expr | None, lines: Lines) -> Parameter:
    return Parameter(arg.arg, kind, lines.source(arg.annotation), lines.source(default))


def docstring(node: FunctionNode | ast.ClassDef | ast.Module) -> str | None:
    """The docstring as the literal evaluates, not dedented: readers need its columns."""
    first = node.body[0] if node.body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        value = first.value.value
        return value if isinstance(value, str) else None
    return None


def decorator_name(node: ast.expr) -> str:
    """The last part of a decorator's name: `abc.abstractmethod` and `f(...)` to `abstractmethod` and `f`."""
    if isinstance(node, ast.Call):
        node = node.func
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_property(name: str) -> bool:
    return name in PROPERTY_DECORATORS or name in PROPERTY_METHODS


def callee_text(node: ast.expr) -> str:
    """Dotted text of what is called; `?.m` for a method of an expression that is no dotted name."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name):
        return ".".join([node.id, *reversed(parts)])
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super" and parts:
        return ".".join(["super()", *reversed(parts)])
    return "?." + parts[0] if parts else ""


def _decorator_calls(node: FunctionNode) -> Iterator[Call]:
    """Calling a decorated function runs what the decorator made of it; `@f(...)` is a call anyway."""
    for decorator in node.decorator_list:
        if not isinstance(decorator, ast.Call) and decorator_name(decorator) not in PROPERTY_METHODS:
            yield Call(callee_text(decorator), decorator.lineno)


def _calls(frame: Frame, node: FunctionNode, types: Mapping[str, str]) -> Iterator[Call]:
    yield from _decorator_calls(node)
    for call in frame.calls:
        yield _named(call.func, call.lineno, types)
        for passed in called_by_callee(call):
            yield _named(passed, call.lineno, types)
    for raised in frame.raised:
        # `raise E` makes an E, and `raise error` of a local makes nothing.
        if not (isinstance(raised, ast.Name) and raised.id in frame.bound):
            yield _named(raised, raised.lineno, types)


def _named(node: ast.expr, line: int, types: Mapping[str, str]) -> Call:
    receiver = None
    if isinstance(node, ast.Name) and types.get(node.id) == LAMBDA:
        receiver = LAMBDA
    if isinstance(node, ast.Attribute):
        value = node.value
        receiver = types.get(value.id) if isinstance(value, ast.Name) else expression_type(value)
    return Call(callee_text(node), line, receiver)


def _skip(frame: Frame, context: Context) -> Skip | None:
    """The nearest skip: the function's own, else that of what encloses it, else the module's."""
    around: Frame | None = frame
    while around is not None and isinstance(around.node, (*DEF, ast.ClassDef)):
        comment = skip_of(context.comments, around.node)
        if comment is not None:
            return comment.skip
        around = around.parent
    return context.module_skip
