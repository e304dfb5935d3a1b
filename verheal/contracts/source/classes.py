"""A `class` statement to a `Class`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from verheal.contracts.source.functions import Context, decorator_name, docstring
from verheal.contracts.source.lines import Lines
from verheal.contracts.source.model import Class, DataclassFlags, Field
from verheal.contracts.source.walk import DEF, Frame, FunctionNode, all_arguments

ENUM_BASES = frozenset({"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"})


def class_(frame: Frame, context: Context) -> Class:
    node = frame.node
    assert isinstance(node, ast.ClassDef)
    lines = context.lines
    bases = [decorator_name(b.value if isinstance(b, ast.Subscript) else b) for b in node.bases]
    methods = [s for s in _statements(node.body) if isinstance(s, DEF)]
    return Class(
        qualname=frame.qualname,
        name=node.name,
        module=context.module,
        span=lines.span(node),
        bases=tuple(lines.text(b) for b in node.bases),
        keywords=tuple(f"{k.arg or '**'}={lines.text(k.value)}" for k in node.keywords),
        decorators=tuple(lines.text(d) for d in node.decorator_list),
        fields=tuple(_fields(node, lines)),
        methods=tuple(dict.fromkeys(f"{frame.qualname}.{m.name}" for m in methods)),
        docstring=docstring(node),
        dataclass_flags=_dataclass_flags(node),
        is_enum=any(b in ENUM_BASES for b in bases),
        is_namedtuple="NamedTuple" in bases or "namedtuple" in bases,
        is_protocol="Protocol" in bases,
        init_fields=_init_fields(methods, lines),
        reads=tuple(sorted(frame.reads | frame.quoted)),
        digest=frame.digest,
    )


def _statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a class body, those under `if` and `try` included."""
    for statement in body:
        yield statement
        for block in ("body", "orelse", "finalbody"):
            if isinstance(statement, (ast.If, ast.Try, ast.TryStar, ast.With)):
                yield from _statements(getattr(statement, block, []))


def _fields(node: ast.ClassDef, lines: Lines) -> Iterator[Field]:
    for statement in _statements(node.body):
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=value):
                yield Field(name, lines.source(annotation), lines.source(value), statement.lineno)
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _named(target, lines.source(value) or "", lines)


def _named(target: ast.expr, value: str, lines: Lines) -> Iterator[Field]:
    """The names of a target, with the text of what each is given; one that cannot be told stays an expression."""
    match target:
        case ast.Name(id=name):
            yield Field(name, None, value, target.lineno)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for index, part in enumerate(parts):
                yield from _named(part, f"({value})[{index}]", lines)
        case ast.Starred(value=inner):
            yield from _named(inner, f"list({value})", lines)


def _dataclass_flags(node: ast.ClassDef) -> DataclassFlags | None:
    for decorator in node.decorator_list:
        if decorator_name(decorator) != "dataclass":
            continue
        keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
        given = {k.arg: k.value.value for k in keywords if isinstance(k.value, ast.Constant)}
        return DataclassFlags(
            frozen=given.get("frozen") is True,
            eq=given.get("eq") is not False,
            order=given.get("order") is True,
            kw_only=given.get("kw_only") is True,
            init=given.get("init") is not False,
        )
    return None


def _init_fields(methods: Iterable[FunctionNode], lines: Lines) -> tuple[Field, ...]:
    """Attributes assigned on the first parameter of the methods; the first that has a type wins."""
    found: dict[str, Field] = {}
    for method in methods:
        if any(decorator_name(d) in ("staticmethod", "classmethod") for d in method.decorator_list):
            continue
        arguments = all_arguments(method.args)
        if not arguments:
            continue
        types = {a.arg: lines.source(a.annotation) for a in arguments}
        for name in _left_out_as_none(method.args):
            types[name] = f"{types[name]} | None" if types.get(name) else None
        for name, annotation, value, line in _assigned(method, arguments[0].arg):
            written = lines.source(annotation)
            if written is None and isinstance(value, ast.Name):
                written = types.get(value.id)
            known = found.get(name)
            if known is None or (known.annotation is None and written is not None):
                found[name] = Field(name, written, lines.source(value), line)
    return tuple(found.values())


def _left_out_as_none(spec: ast.arguments) -> Iterator[str]:
    """Parameters that are None where a call leaves them out, whatever their annotation says."""
    plain = [*spec.posonlyargs, *spec.args]
    last = zip(reversed(plain), reversed(spec.defaults), strict=False)
    named = zip(spec.kwonlyargs, spec.kw_defaults, strict=True)
    pairs: list[tuple[ast.arg, ast.expr | None]] = [*last, *named]
    for argument, default in pairs:
        if isinstance(default, ast.Constant) and default.value is None:
            yield argument.arg


_Assigned = tuple[str, ast.expr | None, ast.expr | None, int]


def _assigned(method: FunctionNode, self_name: str) -> Iterator[_Assigned]:
    """(attribute, annotation, value, line) of every `self.x` that the method binds."""
    for node in _own_nodes(method):
        match node:
            case ast.AnnAssign(target=ast.Attribute(value=ast.Name(id=of), attr=at)) if of == self_name:
                yield at, node.annotation, node.value, node.lineno
            case ast.Assign():
                for target in node.targets:
                    yield from _from_target(target, node.value, self_name)
            case ast.For(target=target) | ast.AsyncFor(target=target):
                yield from _from_target(target, None, self_name)
            case ast.withitem(optional_vars=ast.expr() as target):
                yield from _from_target(target, None, self_name)


def _from_target(target: ast.expr, value: ast.expr | None, self_name: str) -> Iterator[_Assigned]:
    match target:
        case ast.Attribute(value=ast.Name(id=name), attr=attr) if name == self_name:
            yield attr, None, value, target.lineno
        case ast.Tuple(elts=targets) | ast.List(elts=targets):
            values: list[ast.expr | None] = [None] * len(targets)
            if isinstance(value, (ast.Tuple, ast.List)) and len(value.elts) == len(targets):
                values = [*value.elts]
            for one, its in zip(targets, values, strict=True):
                yield from _from_target(one, its, self_name)


def _own_nodes(method: FunctionNode) -> Iterator[ast.AST]:
    """Statements (and `with` items) of the method; not of functions and classes inside it."""
    stack: list[ast.AST] = [*reversed(method.body)]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, (*DEF, ast.ClassDef)):
            continue
        children = [c for c in ast.iter_child_nodes(node) if not isinstance(c, ast.expr)]
        stack.extend(reversed(children))
