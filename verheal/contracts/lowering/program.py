"""The repository as the lowering sees it: what a name means in a module, and what is known of a class."""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass, field

from verheal.contracts.core.types import Type
from verheal.contracts.dialects.model import Contract
from verheal.contracts.lowering.asked import only_asked
from verheal.contracts.lowering.attributes import ANY_NAME, Touched, touched_attributes
from verheal.contracts.lowering.bodies import odd_body, patched_names, rebound_names
from verheal.contracts.lowering.dataclass_fields import constructor
from verheal.contracts.lowering.exception_bases import EXCEPTIONS, KEPT_BY_EXCEPTIONS
from verheal.contracts.lowering.stars import starred
from verheal.contracts.lowering.stores import Store, stores_of
from verheal.contracts.source import model

HARMLESS_BASES = frozenset({"object", "ABC", "abc.ABC", "icontract.DBC", "typing.Generic", "typing.Protocol"})
HARMLESS_DECORATORS = frozenset(
    {"dataclasses.dataclass", "typing.final", "typing_extensions.final", "icontract.invariant", "deal.inv"}
)
OPAQUE_DUNDERS = frozenset({"__getattribute__", "__setattr__", "__delattr__", "__new__"})
BUILTIN_NAMES = frozenset(dir(builtins))


@dataclass(frozen=True)
class FunctionRef:
    """A function of the repository."""

    module: str
    qualname: str


@dataclass(frozen=True)
class ClassRef:
    """A class of the repository, by its key."""

    key: str


@dataclass(frozen=True)
class ConstantRef:
    """A module-level name that is assigned."""

    module: str
    constant: model.Constant


@dataclass(frozen=True)
class External:
    """Something outside the repository, by dotted name; builtins are `builtins.x`."""

    dotted: str


Binding = FunctionRef | ClassRef | ConstantRef | External


@dataclass(frozen=True)
class ClassInfo:
    """What lowering needs of a class. `opaque` says why its instances are not modelled, or is empty."""

    key: str
    chain: tuple[str, ...]
    fields: tuple[tuple[str, str, str | None], ...]
    methods: tuple[tuple[str, str], ...]
    opaque: str
    number: int
    constructor: tuple[tuple[str, str | None, str | None], ...] | None
    exception: bool = False

    def field_of(self, name: str) -> tuple[str, str | None] | None:
        """(class key that declares the field, its annotation)."""
        return next(((owner, note) for field_name, owner, note in self.fields if field_name == name), None)

    def method(self, name: str) -> str | None:
        """Key of the class whose method `name` an instance uses, or None."""
        return next((owner for method, owner in self.methods if method == name), None)


@dataclass
class Program:
    """Look-ups over a repository, remembered. Not shared between processes."""

    repository: model.Repository
    trees: dict[str, ast.Module] = field(default_factory=dict)
    infos: dict[str, ClassInfo] = field(default_factory=dict)
    modules: dict[str, model.Module] = field(default_factory=dict)
    classes: dict[str, model.Class] = field(default_factory=dict)
    contracts: dict[str, Contract] = field(default_factory=dict)
    unannotated: dict[str, tuple[Type, ...]] = field(default_factory=dict)
    redefined: set[str] = field(default_factory=set)
    below: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rebound: dict[str, frozenset[str] | None] = field(default_factory=dict)
    patched: frozenset[tuple[str, str]] | None = None
    touched: Touched | None = None
    bindings: dict[str, list[Store]] | None = None
    virtual: frozenset[str] | None = None
    outside: frozenset[str] | None = None

    def __post_init__(self) -> None:
        for module in self.repository.modules:
            if not module.is_stub:
                self.modules.setdefault(module.name, module)
        for module in self.modules.values():
            for one in module.classes:
                if one.key in self.classes:
                    self.redefined.add(one.key)
                self.classes[one.key] = one

    def tree(self, module: str) -> ast.Module:
        """The syntax tree of a module of the repository."""
        if module not in self.trees:
            self.trees[module] = ast.parse(self.modules[module].text)
        return self.trees[module]

    def function_node(
        self, module: str, qualname: str
    ) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef, ast.ClassDef | None]:
        """The definition that `qualname` names (the last one), with its class. KeyError when there is none."""
        scope: list[ast.stmt] = self.tree(module).body
        owner: ast.ClassDef | None = None
        found: ast.AST | None = None
        for part in qualname.replace(".<locals>", "").split("."):
            found = next((node for node in _definitions(scope) if node.name == part), None)
            if found is None:
                raise KeyError(qualname)
            owner, last = (found if isinstance(found, ast.ClassDef) else owner), owner
            scope = found.body
        if not isinstance(found, ast.FunctionDef | ast.AsyncFunctionDef):
            raise KeyError(qualname)
        return found, last if isinstance(found, ast.ClassDef) else owner

    def binding(self, module: str, name: str, seen: frozenset[str] = frozenset()) -> Binding | None:
        """What a global name means in a module, or None for a name bound in ways that are not followed."""
        known = self.modules.get(module)
        if known is None or f"{module}:{name}" in seen:
            return None
        constant = known.constant(name)
        function = known.function(name)
        one = known.class_named(name)
        imports = [i for i in known.imports if i.name == name and not i.scope]
        if sum(map(bool, (constant, function, one, imports))) > 1 or len({_target(i) for i in imports}) > 1:
            return None
        if (constant or function or one or imports) and self._rebound(module, name):
            return None
        if constant:
            return ConstantRef(module, constant)
        if function:
            # The last definition counts, where all of them are made for sure.
            same = [f for f in known.functions if f.qualname == name]
            plain = [n for n in self.tree(module).body if isinstance(n, ast.FunctionDef) and n.name == name]
            return FunctionRef(module, name) if len(same) == 1 or len(same) == len(plain) else None
        if one:
            return ClassRef(one.key)
        if imports:
            return self._imported(imports[-1], seen | {f"{module}:{name}"})
        if name not in BUILTIN_NAMES or name in known.shadows or starred(self.modules, module, name):
            return None
        return External(f"builtins.{name}")

    def _rebound(self, module: str, name: str) -> bool:
        """Is the name bound in ways that are not followed, here or from another module?"""
        if module not in self.rebound:
            self.rebound[module] = rebound_names(self.tree(module))
        names = self.rebound[module]
        return names is None or name in names or (module, name) in self.patches()

    def patches(self) -> frozenset[tuple[str, str]]:
        """(module or class, name) of what code sets from outside."""
        if self.patched is None:
            self.patched = patched_names(self)
        return self.patched

    def bases_outside(self) -> frozenset[str]:
        """Dotted names of the classes outside of the repository that classes of it derive from."""
        if self.outside is None:
            bases = ((one.module, base.partition("[")[0]) for one in self.classes.values() for base in one.bases)
            found = (self.attribute(module, base) for module, base in bases)
            self.outside = frozenset(base.dotted for base in found if isinstance(base, External))
        return self.outside

    def _imported(self, one: model.Import, seen: frozenset[str]) -> Binding | None:
        if one.attribute is None:
            return External(one.module)
        if one.module in self.modules:
            inner = self.binding(one.module, one.attribute, seen)
            if inner is not None and not (isinstance(inner, External) and inner.dotted.startswith("builtins.")):
                return inner
        return External(f"{one.module}.{one.attribute}")

    def attribute(self, module: str, dotted: str) -> Binding | None:
        """What `a.b.c` means when `a` is an imported module."""
        head, _, rest = dotted.partition(".")
        start = self.binding(module, head)
        if not rest or start is None:
            return start
        if not isinstance(start, External):
            return None
        whole = f"{start.dotted}.{rest}"
        base, _, last = whole.rpartition(".")
        return self.binding(base, last) if base in self.modules else External(whole)

    def describe(self, key: str) -> ClassInfo:
        """What is known of the class `module:qualname`. KeyError when it is not in the repository."""
        if key not in self.infos:
            self.infos[key] = _describe(self, self.classes[key])
        return self.infos[key]

    def subclasses(self, key: str) -> tuple[str, ...]:
        """Keys of the known subclasses of a class, itself excluded, sorted."""
        if not self.below:
            found: dict[str, list[str]] = {k: [] for k in self.classes}
            for k in sorted(self.classes):
                for above in sorted(_chain(self, k) - {k}):
                    found[above].append(k)
            self.below = {k: tuple(keys) for k, keys in found.items()}
        return self.below.get(key, ())

    def stored(self, key: str, name: str) -> bool:
        """May code that was read set an attribute of this name of the class or its instances, but as a field?"""
        return self._touches(self.all_touched().stored, key, name)

    def deleted(self, key: str, name: str) -> bool:
        """May code that was read delete an attribute of this name of the class or its instances?"""
        return self._touches(self.all_touched().deleted, key, name)

    def _touches(self, places: frozenset[tuple[str, str]], key: str, name: str) -> bool:
        family = {above for k in (key, *self.subclasses(key)) for above in self.describe(k).chain}
        return (name, "") in places or any((word, one) in places for one in family for word in (name, ANY_NAME))

    def stores(self) -> dict[str, list[Store]]:
        """Where code binds attributes, by their names."""
        if self.bindings is None:
            self.bindings = stores_of(self)
        return self.bindings

    def all_touched(self) -> Touched:
        """Which attributes the code that was read sets and deletes, and of which objects."""
        if self.touched is None:
            self.touched = touched_attributes(self)
        return self.touched

    def class_node(self, key: str) -> ast.ClassDef | None:
        """The definition of a class; None for one inside a function."""
        module, _, qualname = key.partition(":")
        scope: list[ast.stmt] = self.tree(module).body
        found: ast.AST | None = None
        for part in qualname.split("."):
            found = next((n for n in _definitions(scope) if n.name == part), None)
            if not isinstance(found, ast.ClassDef):
                return None
            scope = found.body
        return found if isinstance(found, ast.ClassDef) else None

    def method_is_overridden(self, key: str, name: str) -> bool:
        """Does a known subclass define `name` anew?"""
        base = self.describe(key).method(name)
        return any(self.describe(sub).method(name) != base for sub in self.subclasses(key))


def _target(one: model.Import) -> tuple[str, str | None]:
    return one.module, one.attribute


def _definitions(scope: list[ast.stmt]) -> list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    found: list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef] = []
    for node in reversed(scope):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.append(node)
        elif isinstance(node, ast.If | ast.Try | ast.With):
            inner = [s for part in ("finalbody", "orelse", "body") for s in getattr(node, part, [])]
            inner += [s for handler in getattr(node, "handlers", []) for s in handler.body]
            found.extend(_definitions(inner))
    return found


def _describe(program: Program, one: model.Class) -> ClassInfo:
    opaque = _why_opaque(program, one)
    bases = [program.attribute(one.module, base.partition("[")[0]) for base in one.bases]
    parents = [base.key for base in bases if isinstance(base, ClassRef)]
    mro: list[str] = [one.key]
    fields: dict[str, tuple[str, str | None]] = {}
    methods: dict[str, str] = {}
    for parent in parents[:1]:
        if parent == one.key or one.key in _chain(program, parent):
            return ClassInfo(one.key, (one.key,), (), (), "circular inheritance", 0, None)
        above = program.describe(parent)
        mro += above.chain
        opaque = opaque or above.opaque
        fields = {name: (owner, note) for name, owner, note in above.fields}
        methods = dict(above.methods)
    node = program.class_node(one.key)
    inside = "class inside a function"
    opaque = opaque or (odd_body(program, one.module, node, frozenset(methods)) if node is not None else inside)
    for item in one.fields + one.init_fields:
        # Where a class above keeps it without an annotation, it stays that class's: it is one attribute.
        if item.name not in fields or (fields[item.name] == (one.key, None) and item.annotation):
            fields[item.name] = (one.key, item.annotation)
    methods |= {qualname.rpartition(".")[2]: one.key for qualname in one.methods}
    nested = {inner.name for inner in node.body if isinstance(inner, ast.ClassDef)} if node is not None else set()
    if hidden := sorted(nested & {*fields, *methods}):
        opaque = opaque or f"{hidden[0]} is both a class and a value"
    exception = _is_exception(program, one) or any(program.describe(parent).exception for parent in parents[:1])
    if exception and KEPT_BY_EXCEPTIONS & {*fields, *methods}:
        opaque = opaque or "an attribute that exceptions keep"
    number = 1 + sorted(program.classes).index(one.key)
    shape = tuple((name, owner, note) for name, (owner, note) in fields.items())
    return ClassInfo(
        one.key,
        tuple(mro),
        shape,
        tuple(methods.items()),
        opaque,
        number,
        constructor(program, one),
        exception,
    )


def _chain(program: Program, key: str) -> set[str]:
    seen: set[str] = set()
    todo = [key]
    while todo:
        current = todo.pop()
        if current in seen or current not in program.classes:
            continue
        seen.add(current)
        one = program.classes[current]
        for base in one.bases:
            found = program.attribute(one.module, base.partition("[")[0])
            for _ in range(5):  # a class under another name
                if not isinstance(found, ConstantRef):
                    break
                found = program.attribute(found.module, found.constant.value or "")
            if isinstance(found, ClassRef):
                todo.append(found.key)
    return seen


def _why_opaque(program: Program, one: model.Class) -> str:
    if len([b for b in one.bases if _dotted(program, one.module, b) not in HARMLESS_BASES]) > 1:
        return "multiple inheritance"
    for base in one.bases:
        dotted = _dotted(program, one.module, base)
        if dotted not in HARMLESS_BASES | EXCEPTIONS and not dotted.startswith("class "):
            return f"base class {base}"
    if one.is_enum or one.is_namedtuple or one.is_protocol:
        return "enumeration, named tuple or protocol"
    for word in one.keywords:
        if "ABCMeta" not in word and "DBCMeta" not in word and not only_asked(program, one, word):
            return f"class keyword {word}"
    for decorator in one.decorators:
        if _dotted(program, one.module, decorator.partition("(")[0]) not in HARMLESS_DECORATORS:
            return f"class decorator {decorator}"
    if one.key in program.redefined:
        return "defined twice"
    names = {qualname.rpartition(".")[2] for qualname in one.methods} | {item.name for item in one.fields}
    odd = sorted(names & OPAQUE_DUNDERS)
    return f"{odd[0]} defined" if odd else ""


def _is_exception(program: Program, one: model.Class) -> bool:
    return any(_dotted(program, one.module, base) in EXCEPTIONS for base in one.bases)


def _dotted(program: Program, module: str, base: str) -> str:
    match program.attribute(module, base.partition("[")[0]):
        case External(dotted):
            return dotted.removeprefix("builtins.")
        case ClassRef(key):
            return f"class {key}"
        case _:
            return f"unknown {base}"
