"""Class bodies and patches: what makes a class other than the sum of the methods and fields written in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verheal.contracts.core.types import BoolT, FloatT, IntT, LibraryT, NoneT, StrT, TupleT, Type, alternatives
from verheal.contracts.lowering.attributes import ANY_NAME
from verheal.contracts.lowering.dataclass_options import odd_options
from verheal.contracts.lowering.namespaces import NAMESPACES, looked_up

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program
    from verheal.contracts.source import model

PLAIN_CALLS = frozenset(
    {"dataclasses.field"}
    | {f"builtins.{name}" for name in ("list", "dict", "set", "tuple", "frozenset", "int", "float", "str", "bool")}
)
OVERLOADS = frozenset({"typing.overload", "typing_extensions.overload"})
# Classes of the standard library whose instances in a class body are what reading the attribute gives.
NO_DESCRIPTORS = frozenset({"re.Pattern", "logging.Logger", "datetime.timedelta", "datetime.date", "datetime.datetime"})
_BUILTIN = (BoolT, IntT, FloatT, StrT, NoneT, TupleT)
_DEF = ast.FunctionDef | ast.AsyncFunctionDef


def odd_body(program: Program, module: str, node: ast.ClassDef, inherited: frozenset[str]) -> str:
    """Why the class is not what its definitions say; "" when it is. `inherited` are the methods above it."""
    methods: dict[str, bool] = {}
    for statement in node.body:
        match statement:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                if name in methods and not methods[name] and not _completes(statement):
                    return f"{name} defined twice"
                methods[name] = _only_declares(program, module, statement)
            case ast.Assign() | ast.AnnAssign() | ast.Expr() if _walrus(statement):
                return f"{type(statement).__name__} with := in the class body"
            case ast.Assign() | ast.AnnAssign() | ast.Pass() | ast.ClassDef() | ast.Expr():
                pass
            case _ if any(_binds(inner) for inner in ast.walk(statement)):
                return f"{type(statement).__name__} in the class body"
    for statement in node.body:
        for name in _assigned(statement):
            if name in methods or name in inherited:
                return f"{name} is both a method and a value"
    return odd_options(program, module, node)


def _walrus(statement: ast.stmt) -> bool:
    return any(isinstance(inner, ast.NamedExpr) for inner in ast.walk(statement))


def _only_declares(program: Program, module: str, node: _DEF) -> bool:
    """An `@overload` says types only: the definition that follows takes the name."""
    from verheal.contracts.lowering.program import External

    found = [program.attribute(module, ast.unparse(decorator)) for decorator in node.decorator_list]
    return any(isinstance(one, External) and one.dotted in OVERLOADS for one in found)


def _completes(node: _DEF) -> bool:
    """`@x.setter` and the like."""
    return any(isinstance(d, ast.Attribute) and d.attr in ("setter", "deleter") for d in node.decorator_list)


def _binds(node: ast.AST) -> bool:
    match node:
        case ast.Name(ctx=ast.Store() | ast.Del()) | ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Import():
            return True
        case ast.ImportFrom() | ast.ClassDef():
            return True
        case _:
            return False


def _assigned(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.Assign(targets=targets):
            yield from (n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr()):
            yield name
        case ast.ClassDef(name=name):
            yield name


def is_named_tuple(program: Program, key: str) -> bool:
    """Is it a class of typing.NamedTuple and nothing else, of which there is no subclass, defined once?"""
    from verheal.contracts.lowering.program import External

    one = program.classes.get(key)
    if one is None or len(one.bases) != 1 or one.keywords or one.decorators or key in program.redefined:
        return False
    base = program.attribute(one.module, one.bases[0])
    return base == External("typing.NamedTuple") and not program.subclasses(key)


MADE, BUT = "made ", " but "


def made(key: str, otherwise: tuple[str, ...]) -> str:
    """The label of an object that a call of the named tuple `key` made, giving these fields what may not conform."""
    return f"{MADE}{key}{BUT}{','.join(otherwise)}"


def made_of(name: str) -> tuple[str, tuple[str, ...]]:
    """(class key, fields that may not be as they are written) of a label of a class; ("", ()) of others."""
    if name.startswith(MADE):
        key, _, otherwise = name.removeprefix(MADE).partition(BUT)
        return key, tuple(otherwise.split(","))
    return (name.removeprefix("class "), ()) if name.startswith("class ") else ("", ())


def is_plain(program: Program, module: str, source: str, depth: int = 0) -> bool:
    """Is the default of a field a plain value, no descriptor?"""
    try:
        tree = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return _plain(program, module, tree, depth)


def _is_member(program: Program, module: str, node: ast.expr, name: str) -> bool:
    from verheal.contracts.lowering.enums import enum_type
    from verheal.contracts.lowering.program import ClassRef

    found = program.attribute(module, ast.unparse(node))
    kind = enum_type(program, found.key) if isinstance(found, ClassRef) else None
    return kind is not None and name in kind.members


def _plain(program: Program, module: str, node: ast.expr, depth: int) -> bool:
    from verheal.contracts.lowering.program import ClassRef, ConstantRef, External

    match node:
        case ast.Constant() | ast.JoinedStr() | ast.List() | ast.Dict() | ast.Set() | ast.Tuple():
            return True
        case ast.ListComp() | ast.DictComp() | ast.SetComp() | ast.Compare():
            return True
        case ast.UnaryOp(operand=inner):
            return _plain(program, module, inner, depth)
        case ast.BinOp(left=left, right=right):
            return _plain(program, module, left, depth) and _plain(program, module, right, depth)
        case ast.Call(func=func):
            found = program.attribute(module, ast.unparse(func))
            plain = isinstance(found, External) and found.dotted in PLAIN_CALLS
            return plain or _of_plain_type(program, module, node)
        case ast.Attribute(value=inner, attr=name) if _is_member(program, module, inner, name):
            return True
        case ast.Name() | ast.Attribute() if depth < 5:
            found = program.attribute(module, ast.unparse(node))
            if isinstance(found, External):
                return _of_plain_type(program, module, node)
            if isinstance(found, ClassRef):  # whose class, if it is modelled, makes no descriptors
                return not program.describe(found.key).opaque
            known = isinstance(found, ConstantRef) and found.constant.value is not None
            if not known or not isinstance(found, ConstantRef):
                return False
            return is_plain(program, found.module, found.constant.value or "", depth + 1)
        case _:
            return False


def _of_plain_type(program: Program, module: str, node: ast.expr) -> bool:
    """Is it, for sure, a value of a builtin type or of a library's class that has no `__get__`?"""
    from verheal.contracts.lowering.annotations import Reader
    from verheal.contracts.lowering.plain_types import plain_type

    def fine(kind: Type) -> bool:
        if isinstance(kind, LibraryT):
            return all(name.partition("[")[0] in NO_DESCRIPTORS for name in kind.label)
        return isinstance(kind, _BUILTIN)

    return all(map(fine, alternatives(plain_type(Reader(program, module), None, node))))


def plain_field(program: Program, key: str, name: str) -> bool:
    """Does no class of the chain or below bind the name to a descriptor?"""
    for k in (*program.describe(key).chain, *program.subclasses(key)):
        one: model.Class = program.classes[k]
        own = {item.name for item in one.fields} | {qualname.rpartition(".")[2] for qualname in one.methods}
        for item in one.fields:
            if item.name == name and item.default is not None:
                shadowed = item.default.partition(".")[0] in own - {name}  # a name of the class, not of the module
                if shadowed or not is_plain(program, one.module, item.default):
                    return False
    return True


def in_slots(program: Program, key: str, name: str) -> bool:
    """Can an instance have the attribute? Only `__slots__` in every class of the chain forbid it."""
    named: set[str] = set()
    for k in program.describe(key).chain:
        one = program.classes[k]
        written = next((item.default for item in one.fields if item.name == "__slots__"), None)
        if written is None:
            if not any("slots" in word or "**" in word for word in one.decorators):
                return True
            named |= {item.name for item in one.fields}
            continue
        try:
            value = ast.literal_eval(written)
        except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
            return False
        named |= {value} if isinstance(value, str) else set(value)
    return bool(named & {name, "__dict__"})


def rebound_names(tree: ast.Module) -> frozenset[str] | None:
    """Names that a module binds in other ways than def, class, import and `=` at its top; None: any name."""
    found: set[str] = set()
    todo: list[tuple[ast.AST, bool]] = [(tree, True)]
    asked = False
    while todo:
        node, top = todo.pop()
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) if name in NAMESPACES and not asked:
                asked = True
                if looked_up(tree) is None:
                    return None
            case ast.Call(func=ast.Name(id="locals" | "vars"), args=[]) if top:
                return None
            case ast.Subscript(value=ast.Attribute(attr="modules"), slice=ast.Name(id="__name__")):
                return None
            case ast.Attribute(value=base, attr="__code__" | "__defaults__" | "__kwdefaults__", ctx=ast.Store()):
                found |= {n.id for n in ast.walk(base) if isinstance(n, ast.Name)}
            case ast.Global(names=names):
                found |= set(names)
            case ast.ImportFrom(names=[ast.alias(name="*")], lineno=line) if top:  # may bind what was defined before
                defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
                found |= {one.name for one in tree.body if isinstance(one, defined) and one.lineno < line}
            case ast.Name(id=name, ctx=ast.Del()) | ast.NamedExpr(target=ast.Name(id=name)) if top:
                found.add(name)
            case ast.For(target=target) | ast.AsyncFor(target=target) if top:
                found |= {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}
            case ast.withitem(optional_vars=ast.expr() as target) if top:
                found |= {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}
            case ast.ExceptHandler(name=str() as name) | ast.MatchMapping(rest=str() as name) if top:
                found.add(name)
            case ast.MatchAs(name=str() as name) | ast.MatchStar(name=str() as name) if top:
                found.add(name)
        inner = top and not isinstance(node, (*_SCOPES,))
        todo += [(child, inner) for child in ast.iter_child_nodes(node)]
        if top and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            spec = node.args  # defaults are evaluated where the function is defined
            todo += [(one, True) for one in (*spec.defaults, *spec.kw_defaults) if one is not None]
    return frozenset(found)


_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def bound_by(node: ast.stmt) -> frozenset[str]:
    """Names that the statement binds for sure: a definition, an import, an assignment to names."""
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return frozenset({name})
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return frozenset(alias.asname or alias.name.partition(".")[0] for alias in names)
        case ast.Assign(targets=targets):
            return frozenset(target.id for target in targets if isinstance(target, ast.Name))
        case _:
            return frozenset()


def patched_names(program: Program) -> frozenset[tuple[str, str]]:
    """(module or class, name) of what code that imports it sets or deletes: `module.name = value`."""
    found: set[tuple[str, str]] = set()
    for module, known in program.modules.items():
        meant: dict[str, set[str]] = {}
        for i in known.imports:
            meant.setdefault(i.name, set()).add(f"{i.module}.{i.attribute}" if i.attribute else i.module)
        for node in ast.walk(program.tree(module)):
            match node:
                case ast.Attribute(value=base, attr=name, ctx=ast.Store() | ast.Del()):
                    pass
                case ast.Call(
                    func=ast.Name(id="setattr" | "delattr"), args=[base, ast.Constant(value=str() as name), *_]
                ):
                    pass
                case ast.Call(func=ast.Name(id="setattr" | "delattr" | "vars"), args=[base, *_]):
                    name = ANY_NAME
                case ast.Attribute(value=base, attr="__dict__"):
                    name = ANY_NAME
                case _:
                    continue
            head, dot, rest = ast.unparse(base).partition(".")
            for one in meant.get(head, ()):
                found |= {(f"{one}{dot}{rest}", name)} | ({(one, name)} if name != ANY_NAME else set())
    return frozenset(found)
