"""What a generator of inputs must know of functions and classes, read from the metamodel without importing
anything."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from verheal.contracts.source.known import ARGUMENT_MUTATORS, MUTATORS, PURE_BUILTINS, PURE_METHODS
from verheal.contracts.source.model import Class, Effect, Function, Import, Module, ParameterKind, Repository

MOST_CONSTANTS = 40
MOST_BITS = 128  # of a power that stands in the code
GENERATOR = "list(__import__('itertools').islice({}, 100))"
CONTRACT_DECORATORS = frozenset({"require", "ensure", "snapshot", "pre", "post", "raises", "safe", "pure", "has"})
COROUTINE = "__import__('asyncio').run({})"


@dataclass(frozen=True)
class Param:
    """A parameter; `annotation` is source text, `kind` as in the metamodel."""

    name: str
    annotation: str | None = None
    has_default: bool = False
    kind: str = ParameterKind.NORMAL.value


@dataclass(frozen=True)
class ClassShape:
    """How to make an instance: by calling `expression` with `init`, or by naming one of `members` (an enum).

    `init` is None when it is not known how. `children` are the expressions of known subclasses in the same
    module. `changes` are public methods, with their parameters, that give an object a history and do nothing else.
    """

    expression: str
    init: tuple[Param, ...] | None
    members: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    changes: tuple[tuple[str, tuple[Param, ...]], ...] = ()


@dataclass(frozen=True)
class Scope:
    """Names of one module that annotations may use: classes, and what stands for another annotation."""

    classes: Mapping[str, ClassShape] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FunctionShape:
    """A function to call. `how`: plain, method, static, class, property or init; `owner` the class
    expression.

    `drive` runs what the call gives: a generator up to its hundredth item, a coroutine to its result.
    """

    qualname: str
    params: tuple[Param, ...]
    how: str = "plain"
    owner: str = ""
    ints: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    drive: str = "{}"


# Bases of other packages that ask nothing of a constructor.
BARE_BASES = ("object", "Generic", "Protocol", "ABC", "DBC")


def scope_of(repository: Repository, module: Module) -> Scope:
    """What `module`'s namespace knows: its own classes and those it imports from modules that were read."""
    classes = {
        c.qualname: class_shape(module, c, c.qualname) for c in module.classes if "<locals>" not in c.qualname
    }
    aliases = dict(alias for constant in module.constants for alias in _alias(constant.name, constant.value))
    by_name = {m.name: m for m in repository.modules}
    for imported in module.imports:
        classes.update(_imported(imported, by_name))
    return Scope(classes, aliases)


def _imported(imported: Import, by_name: Mapping[str, Module]) -> Iterator[tuple[str, ClassShape]]:
    if imported.typing_only or imported.scope:
        return  # not there when the call expression is evaluated
    home = by_name.get(imported.module)
    if home is None:
        return
    for found in home.classes:
        if imported.attribute == found.qualname or imported.attribute == "*":
            yield imported.name.replace("*", found.qualname), class_shape(home, found, imported.name)
        elif imported.attribute is None and imported.module == imported.name:
            expression = f"{imported.name}.{found.qualname}"
            yield expression, class_shape(home, found, expression)


def _alias(name: str, value: str | None) -> Iterator[tuple[str, str]]:
    """`Name = NewType("Name", int)`, `Name = list[int]`, `Name: TypeAlias = ...`."""
    if value is None:
        return
    try:
        node = ast.parse(value.strip(), mode="eval").body
    except SyntaxError:
        return
    match node:
        case ast.Call(func=ast.Name(id="NewType") | ast.Attribute(attr="NewType"), args=[_, base]):
            yield name, ast.unparse(base)
        case ast.Subscript() | ast.BinOp(op=ast.BitOr()) | ast.Name():
            yield name, ast.unparse(node)


def class_shape(module: Module, cls: Class, expression: str) -> ClassShape:
    """How to make an instance of a class of `module`, named `expression` by whoever asks."""
    children = tuple(c.qualname for c in module.classes if cls.name in c.bases and expression == cls.qualname)
    if cls.is_enum:
        members = tuple(f.name for f in cls.fields if f.default is not None and not f.name.startswith("_"))
        return ClassShape(expression, None, members)
    if cls.is_protocol or any("ABC" in text for text in (*cls.bases, *cls.keywords)):
        return ClassShape(expression, None, children=children)
    changes = tuple(_changes(module, cls))
    return ClassShape(expression, _init(module, cls, set()), children=children, changes=changes)


def _changes(module: Module, cls: Class) -> Iterator[tuple[str, tuple[Param, ...]]]:
    for qualname in cls.methods:
        found = module.function(qualname)
        if found is None or found.name.startswith("_") or "self" not in found.effects.mutates:
            continue
        if found.is_static or found.is_class or found.is_property or found.is_async or found.is_generator:
            continue
        world = found.effects.level is Effect.TOUCHES_WORLD
        if not world and all(_is_harmless(call.callee) for call in found.calls):
            yield found.name, params_of(found)[1:]


def _is_harmless(callee: str) -> bool:
    """Of a callee, or a decorator: that it changes objects at most."""
    last = callee.rpartition(".")[2]
    known = PURE_BUILTINS | ARGUMENT_MUTATORS | CONTRACT_DECORATORS
    return callee in known or last in MUTATORS | PURE_METHODS | CONTRACT_DECORATORS


def _init(module: Module, cls: Class, seen: set[str]) -> tuple[Param, ...] | None:
    """Parameters of the constructor without `self`: written, or generated for a dataclass, or inherited."""
    seen = {*seen, cls.qualname}
    written = module.function(f"{cls.qualname}.__init__") or module.function(f"{cls.qualname}.__new__")
    if written is not None:
        return params_of(written)[1:]
    bases = [
        b for name in cls.bases if (b := module.class_named(name)) is not None and b.qualname not in seen
    ]
    if cls.is_dataclass or cls.is_namedtuple:
        inherited = [p for base in bases if base.is_dataclass for p in _init(module, base, seen) or ()]
        own = [
            Param(f.name, f.annotation, f.default is not None)
            for f in cls.fields
            if f.annotation is not None
            and "ClassVar" not in f.annotation
            and "init=False" not in (f.default or "")
        ]
        names = {p.name for p in own}
        return (*(p for p in inherited if p.name not in names), *own)
    for base in bases:
        return _init(module, base, seen)
    foreign = [name for name in cls.bases if name.partition("[")[0].rpartition(".")[2] not in BARE_BASES]
    return None if foreign else ()


def params_of(function: Function) -> tuple[Param, ...]:
    """All parameters in order, the receiver included."""
    return tuple(
        Param(p.name, p.annotation, p.default is not None, p.kind.value) for p in function.parameters
    )


def function_shape(module: Module, function: Function) -> FunctionShape | None:
    """The function as something to call, or None when no expression reaches it (it is nested in another)."""
    if function.nested or "<locals>" in function.qualname:
        return None
    params = params_of(function)
    ints, texts = constants_in(module.text, function.first_line, function.span.end_line)
    if function.is_async and function.is_generator:
        return None
    drive = GENERATOR if function.is_generator else COROUTINE if function.is_async else "{}"
    if function.class_name is None:
        return FunctionShape(function.qualname, params, "plain", "", ints, texts, drive)
    owner = function.qualname.rsplit(".", 1)[0]
    if function.name in ("__init__", "__new__", "__post_init__"):
        how = "init"
    elif function.is_property:
        how = "property"
    else:
        how = "static" if function.is_static else "class" if function.is_class else "method"
    return FunctionShape(
        function.qualname, params if how == "static" else params[1:], how, owner, ints, texts, drive
    )


def _power(node: ast.BinOp) -> int | None:
    """What `2**60` or `1 << 60` is: a bound that is written so."""
    match node:
        case ast.BinOp(ast.Constant(int() as base), ast.Pow(), ast.Constant(int() as power)):
            return base**power if 0 <= base <= 10 and 0 <= power <= MOST_BITS else None
        case ast.BinOp(ast.Constant(int() as base), ast.LShift(), ast.Constant(int() as power)):
            return base << power if 0 <= base <= 10 and 0 <= power <= MOST_BITS else None
        case _:
            return None


def constants_in(text: str, first: int, last: int) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Integers (with their neighbours) and short strings that stand in these lines: likely boundaries."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return (), ()
    ints: dict[int, None] = {}
    texts: dict[str, None] = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant | ast.BinOp) or not first <= node.lineno <= last:
            continue
        match node.value if isinstance(node, ast.Constant) else _power(node):
            case bool():
                continue
            case int() as number:
                ints.update(dict.fromkeys((number, number + 1, number - 1, -number)))
            case str() as written if len(written) <= 20:
                texts[written] = None
    return tuple(ints)[:MOST_CONSTANTS], tuple(texts)[:MOST_CONSTANTS]
