"""One pass over a syntax tree: what each function, class and module-level statement mentions, and its digest.

The pass keeps its own stack: expressions that CPython parses may be deeper than the recursion limit.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

_IDENTIFIER = re.compile(r"[^\W\d]\w*")
DEF = (ast.FunctionDef, ast.AsyncFunctionDef)
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(eq=False)
class Frame:
    """What one function, class or module-level statement does, without what is nested in it.

    `quoted` are names in annotations written as strings.
    `soft` names are bound by comprehensions, lambdas and type parameters: they may also be read as globals.
    """

    node: ast.AST
    qualname: str
    parent: Frame | None
    digest: str = ""
    loads: set[str] = field(default_factory=set)
    stores: set[str] = field(default_factory=set)
    soft: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    global_names: set[str] = field(default_factory=set)
    nonlocal_names: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)
    calls: list[ast.Call] = field(default_factory=list)
    called: set[int] = field(default_factory=set)
    mentions: list[ast.Attribute] = field(default_factory=list)
    raised: list[ast.expr] = field(default_factory=list)
    writes: list[ast.AST] = field(default_factory=list)
    imports: list[ast.Import | ast.ImportFrom] = field(default_factory=list)
    is_generator: bool = False

    @property
    def bound(self) -> set[str]:
        return self.stores - self.global_names - self.nonlocal_names

    @property
    def reads(self) -> set[str]:
        free = self.loads - (self.bound - self.soft)
        return free | self.global_names | self.nonlocal_names


@dataclass(frozen=True)
class _End:
    """Marks on the stack where a frame ends; `start` is where its text starts in the output."""

    frame: Frame
    start: int


def walk(tree: ast.Module) -> list[Frame]:
    """The frames of a module in source order; the first is the module's own (imports, docstring)."""
    module = Frame(tree, "", None)
    frames = [module]
    out: list[str] = []
    frame = module
    stack: list[object] = [*reversed(tree.body)]
    while stack:
        item = stack.pop()
        kind = item.__class__
        if kind is str:
            out.append(item)  # type: ignore[arg-type]
        elif kind is _End:
            frame = _close(item, out, module)  # type: ignore[arg-type]
        elif not isinstance(item, ast.AST):
            out.append(_constant(item))
        elif kind is ast.Name:
            (frame.loads if item.ctx.__class__ is ast.Load else frame.stores).add(item.id)  # type: ignore[attr-defined]
            out.append("'" + item.id)  # type: ignore[attr-defined]
        else:
            opened = _opened(item, frame, module)
            if opened is not None:
                frames.append(opened)
                stack.append(_End(opened, len(out)))
                frame = opened
            note = _NOTES.get(kind)
            if note is not None:
                note(frame, item)
            _push(item, out, stack)
    return frames


def _opened(node: ast.AST, frame: Frame, module: Frame) -> Frame | None:
    """A new frame if one begins at this node."""
    if isinstance(node, (*DEF, ast.ClassDef)):
        frame.stores.add(node.name)
        return Frame(node, _qualname(frame, node.name), frame)
    if frame is module and isinstance(node, ast.stmt) and not isinstance(node, (ast.Import, ast.ImportFrom)):
        return Frame(node, "", module)
    return None


def _qualname(frame: Frame, name: str) -> str:
    if not frame.qualname:
        return name
    inner = ".<locals>." if isinstance(frame.node, DEF) else "."
    return frame.qualname + inner + name


def _close(end: _End, out: list[str], module: Frame) -> Frame:
    text = "\n".join(out[end.start :])
    end.frame.digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    del out[end.start :]
    # A function's digest stands for its text in what encloses it.
    out.append(end.frame.digest)
    return end.frame.parent or module


def _constant(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return "int " + hex(value)  # repr refuses integers of more than 4,300 digits
    return f"{type(value).__name__} {value!r}"


_SKIPPED_FIELDS = frozenset({"ctx", "type_comment", "kind"})


def _push(node: ast.AST, out: list[str], stack: list[object]) -> None:
    """Write the node's name now and leave its fields on the stack, the first on top."""
    name = node.__class__.__name__
    if node.__class__ is ast.Constant:
        out.append(_constant(node.value))
        return
    out.append(name + "(")
    stack.append(")")
    for label in reversed(node._fields):
        if label in _SKIPPED_FIELDS:
            continue
        value = getattr(node, label, None)
        if value.__class__ is list:
            if value:
                stack.append("]")
                stack.extend(reversed(value))
                stack.append(label + "[")
        elif isinstance(value, ast.AST):
            stack.append(value)
            stack.append(label)
        elif value is not None:
            stack.append(f"{label}={value!r}")


def _note_call(frame: Frame, node: ast.Call) -> None:
    frame.calls.append(node)
    frame.called.add(id(node.func))


def _note_raise(frame: Frame, node: ast.Raise) -> None:
    if isinstance(node.exc, (ast.Name, ast.Attribute)):
        frame.raised.append(node.exc)


def _note_attribute(frame: Frame, node: ast.Attribute) -> None:
    frame.attributes.add(node.attr)
    if id(node) not in frame.called:
        frame.mentions.append(node)
    if node.ctx.__class__ is not ast.Load:
        frame.writes.append(node)


def _note_subscript(frame: Frame, node: ast.Subscript) -> None:
    if node.ctx.__class__ is not ast.Load:
        frame.writes.append(node)


def _note_annotation(frame: Frame, node: ast.arg | ast.AnnAssign) -> None:
    if node.annotation is not None:
        _note_quoted(frame, node.annotation)
    if isinstance(node, ast.AnnAssign):
        frame.writes.append(node)


def _note_quoted(frame: Frame, annotation: ast.expr) -> None:
    """Names in annotations that are written as strings, or hold one."""
    for node in ast.walk(annotation):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            names = _IDENTIFIER.findall(node.value)
            frame.quoted.update(names)
            frame.attributes.update(names)


def _note_binding(frame: Frame, node: ast.AST) -> None:
    frame.writes.append(node)


def _note_function(frame: Frame, node: FunctionNode) -> None:
    frame.stores.update(a.arg for a in all_arguments(node.args))
    if node.returns is not None:
        _note_quoted(frame, node.returns)


def _note_lambda(frame: Frame, node: ast.Lambda) -> None:
    names = {a.arg for a in all_arguments(node.args)}
    frame.soft |= names
    frame.stores |= names


def _note_comprehension(frame: Frame, node: ast.comprehension) -> None:
    frame.writes.append(node)
    frame.soft.update(n.id for n in ast.walk(node.target) if isinstance(n, ast.Name))


def _note_generator(frame: Frame, node: ast.AST) -> None:
    frame.is_generator = True


def _note_global(frame: Frame, node: ast.Global) -> None:
    frame.global_names.update(node.names)


def _note_nonlocal(frame: Frame, node: ast.Nonlocal) -> None:
    frame.nonlocal_names.update(node.names)


def _note_import(frame: Frame, node: ast.Import | ast.ImportFrom) -> None:
    frame.imports.append(node)
    frame.stores.update((a.asname or a.name).partition(".")[0] for a in node.names)


def _note_name(frame: Frame, node: ast.AST) -> None:
    """`except E as x`, `case x`, `case [*x]`, `case {**x}`."""
    name = getattr(node, "name", None) or getattr(node, "rest", None)
    if isinstance(name, str):
        frame.stores.add(name)


def _note_type_parameter(frame: Frame, node: ast.AST) -> None:
    name: str = getattr(node, "name")  # noqa: B009 - new in Python 3.12
    frame.soft.add(name)
    frame.stores.add(name)


def all_arguments(args: ast.arguments) -> list[ast.arg]:
    """Every parameter in the order of the signature."""
    star = [args.vararg] if args.vararg else []
    double = [args.kwarg] if args.kwarg else []
    return [*args.posonlyargs, *args.args, *star, *args.kwonlyargs, *double]


_TYPE_PARAMETERS = ("TypeVar", "ParamSpec", "TypeVarTuple")
_NOTES: dict[type, Callable[..., None]] = {
    ast.Call: _note_call,
    ast.Raise: _note_raise,
    ast.Attribute: _note_attribute,
    ast.Subscript: _note_subscript,
    ast.Assign: _note_binding,
    ast.AnnAssign: _note_annotation,
    ast.arg: _note_annotation,
    ast.AugAssign: _note_binding,
    ast.NamedExpr: _note_binding,
    ast.For: _note_binding,
    ast.AsyncFor: _note_binding,
    ast.withitem: _note_binding,
    ast.match_case: _note_binding,
    ast.Match: _note_binding,
    ast.FunctionDef: _note_function,
    ast.AsyncFunctionDef: _note_function,
    ast.Lambda: _note_lambda,
    ast.comprehension: _note_comprehension,
    ast.Yield: _note_generator,
    ast.YieldFrom: _note_generator,
    ast.Global: _note_global,
    ast.Nonlocal: _note_nonlocal,
    ast.Import: _note_import,
    ast.ImportFrom: _note_import,
    ast.ExceptHandler: _note_name,
    ast.MatchAs: _note_name,
    ast.MatchStar: _note_name,
    ast.MatchMapping: _note_name,
    **{getattr(ast, name): _note_type_parameter for name in _TYPE_PARAMETERS if hasattr(ast, name)},
}
