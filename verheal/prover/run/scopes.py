"""What the names in annotations mean to who makes up inputs: each is looked up where it was written.

Only the metamodel is read; nothing is imported. A class is spelled as the module knows it whose function is called:
by a name that is bound there at run time, else by `__import__`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from verheal.contracts.source.model import Class, Constant, Module, Repository
from verheal.contracts.source.resolve import Kind, Resolver, Target
from verheal.prover.run.examples import examples_in
from verheal.prover.run.passed import handed_on
from verheal.prover.run.shapes import ClassShape, Param, changes_of, params_of

# Bases of other packages that ask nothing of a constructor.
BARE_BASES = ("object", "Generic", "Protocol", "ABC", "DBC")
BARE_MODULES = ("typing", "typing_extensions", "abc", "collections.abc", "builtins")
ABSTRACT = ("abstractmethod", "abstractproperty", "abstractclassmethod", "abstractstaticmethod")


class Universe:
    """All names of a repository; shapes of classes are worked out when they are asked for, and kept."""

    def __init__(self, repository: Repository) -> None:
        self.resolver = Resolver(repository)
        self.shapes: dict[tuple[str, str], ClassShape] = {}
        self.written: dict[str, Mapping[str, tuple[str, ...]]] = {}
        self.meanings: dict[tuple[str, str, str], ClassShape | Alias | External | None] = {}

    def scope(self, module: Module | str) -> Scope:
        """The names of a module, for calls that are evaluated in it."""
        name = module if isinstance(module, str) else module.name
        return Scope(self, name, name)

    def shape(self, key: str, target: str) -> ClassShape:
        """How to make an instance of the class `module:qualname` by an expression in the module `target`."""
        known = self.shapes.get((key, target))
        if known is None:
            known = self.shapes[key, target] = self._shape(self.resolver.classes[key], target)
        return known

    def _shape(self, cls: Class, target: str) -> ClassShape:
        resolver, module = self.resolver, self.resolver.modules[cls.module]
        expression = self.expression(cls.key, target)
        children = tuple(key for key in resolver.subclasses.get(cls.key, ()) if "<locals>" not in key)
        if cls.is_enum:
            members = tuple(f.name for f in cls.fields if f.default is not None and not f.name.startswith("_"))
            return ClassShape(expression, None, members)
        overridden = frozenset(
            name.rpartition(".")[2]
            for below in resolver.descendants(cls.key)
            for name in resolver.classes[below].methods
        )
        if cls.is_protocol:
            children = (*children, *self._followers(cls))
        made = ClassShape(expression, None, children=children, overridden=overridden, made=self.made_by(cls))
        if made.made:
            return made
        if cls.is_protocol or (self._is_abstract(cls) and self.unwritten(cls.key)):
            return made
        if any(base.name.endswith("TypedDict") for base in resolver.bases[cls.key]):
            return ClassShape(expression, tuple(_keys(cls)), is_dict=True)
        init = self.constructor(cls, frozenset())
        changes = tuple(changes_of(module, cls))
        return ClassShape(expression, init, (), children, changes, overridden, examples=self.examples(cls))

    def _followers(self, cls: Class) -> Iterator[str]:
        """Classes that have all that the protocol names: the run tells whether their objects conform."""
        wanted = _member_names(cls)
        for key, other in self.resolver.classes.items():
            if wanted and not other.is_protocol and "<locals>" not in key:
                family = (self.resolver.classes[one] for one in (key, *self.resolver.ancestors(key)))
                if wanted <= {name for one in family for name in _member_names(one)}:
                    yield key

    def made_by(self, cls: Class) -> tuple[str, ...]:
        """Classes whose metaclass it is."""
        resolver, word = self.resolver, f"metaclass={cls.name}"
        return tuple(
            key
            for key, other in resolver.classes.items()
            if word in other.keywords
            and "<locals>" not in key
            and any(t.name == cls.key for t in resolver.name(other.module, "", cls.name))
        )

    def examples(self, cls: Class) -> tuple[str, ...]:
        """Arguments with which the class's own module calls it."""
        if cls.module not in self.written:
            self.written[cls.module] = examples_in(self.resolver.modules[cls.module].text)
        return self.written[cls.module].get(cls.name, ())

    def _is_abstract(self, cls: Class) -> bool:
        family = (cls.key, *self.resolver.ancestors(cls.key))
        classes = [self.resolver.classes[key] for key in family]
        return any("ABC" in text for one in classes for text in (*one.bases, *one.keywords))

    def unwritten(self, key: str) -> frozenset[str]:
        """The abstract methods that the class leaves to its subclasses."""
        cls = self.resolver.classes[key]
        left: set[str] = set()
        for base in self.resolver.known_bases.get(key, ()):
            if base != key:
                left |= self.unwritten(base)
        left -= {f.name for f in cls.fields}
        for qualname in cls.methods:
            for function in self.resolver.functions.get(f"{cls.module}:{qualname}", ()):
                abstract = any(text.rpartition(".")[2] in ABSTRACT for text in function.decorators)
                left = left | {function.name} if abstract else left - {function.name}
        return frozenset(left)

    def constructor(self, cls: Class, seen: frozenset[str]) -> tuple[Param, ...] | None:
        """Parameters of the constructor without `self`: written, or generated for a dataclass, or inherited."""
        seen |= {cls.key}
        bases = [self.resolver.classes[key] for key in self.resolver.known_bases[cls.key] if key not in seen]
        for name in ("__init__", "__new__"):
            written = self.resolver.functions.get(f"{cls.key}.{name}")
            if written:
                text = self.resolver.modules[cls.module].text
                above = self.constructor(bases[0], seen) if bases else None
                return handed_on(text, written[-1], params_of(written[-1])[1:], above or ())
        if cls.is_dataclass or cls.is_namedtuple:
            inherited = [p for base in bases if base.is_dataclass for p in self.constructor(base, seen) or ()]
            own = [
                Param(f.name, f.annotation, f.default is not None, home=cls.module)
                for f in cls.fields
                if f.annotation is not None and "ClassVar" not in f.annotation and "init=False" not in (f.default or "")
            ]
            names = {p.name for p in own}
            return (*(p for p in inherited if p.name not in names), *own)
        for base in bases:
            return self.constructor(base, seen)
        return () if all(map(_asks_nothing, self.resolver.bases[cls.key])) else None

    def expression(self, key: str, target: str) -> str:
        """How the class is named in the namespace of the module `target`."""
        home, _, qualname = key.partition(":")
        if home == target:
            return qualname
        head = qualname.partition(".")[0]
        for one in self.resolver.modules[target].imports if target in self.resolver.modules else ():
            if one.module == home and one.attribute == head and not one.scope and not one.typing_only:
                return one.name + qualname[len(head) :]
        return f"__import__({home!r}, fromlist=[{head!r}]).{qualname}"


def _member_names(cls: Class) -> frozenset[str]:
    fields = (one.name for one in (*cls.fields, *cls.init_fields))
    return frozenset((*fields, *(name.rpartition(".")[2] for name in cls.methods)))


def _keys(cls: Class) -> Iterator[Param]:
    """Those of a TypedDict; one that may be missing is like a parameter with a default."""
    loose = any(text.replace(" ", "") == "total=False" for text in cls.keywords)
    for one in cls.fields:
        if one.annotation:
            optional = "NotRequired[" in one.annotation or (loose and "Required[" not in one.annotation)
            yield Param(one.name, one.annotation, optional, home=cls.module)


def _asks_nothing(base: Target) -> bool:
    module, _, last = base.name.rpartition(".")
    return base.kind is Kind.BUILTIN or last in BARE_BASES or module in BARE_MODULES


@dataclass(frozen=True)
class Alias:
    """A name that stands for another annotation, which is read in the module `home`."""

    annotation: str
    home: str


@dataclass(frozen=True)
class External:
    """Something of another package: its dotted name."""

    dotted: str


@dataclass(frozen=True)
class Scope:
    """Names as the module `home` means them, for calls that are evaluated in the module `target`."""

    universe: Universe = field(compare=False, repr=False)
    target: str
    home: str

    def at(self, home: str) -> Scope:
        """The names as another module means them ("": this one)."""
        return Scope(self.universe, self.target, home) if home and home != self.home else self

    def meaning(self, name: str) -> ClassShape | Alias | External | None:
        """What a dotted name is; the first that can be told, where it has several meanings."""
        known, asked = self.universe.meanings, (self.home, self.target, name)
        if asked not in known:
            known[asked] = self._meaning(name)
        return known[asked]

    def _meaning(self, name: str) -> ClassShape | Alias | External | None:
        for target in self.universe.resolver.name(self.home, "", name):
            match target.kind:
                case Kind.CLASS if "<locals>" not in target.name:
                    return self.universe.shape(target.name, self.target)
                case Kind.CONSTANT:
                    alias = _alias(self.universe.resolver.constants[target.name], target.name.partition(":")[0])
                    if alias is not None:
                        return alias
                case Kind.EXTERNAL | Kind.BUILTIN:
                    return External(target.name)
                case Kind.UNRESOLVED if "." in target.name:
                    return External(target.name)
        return None

    def shape(self, name: str) -> ClassShape | None:
        """The class of this name, if it is one of the repository."""
        found = self.meaning(name)
        return found if isinstance(found, ClassShape) else None

    def child(self, key: str) -> ClassShape:
        """The class with this key."""
        return self.universe.shape(key, self.target)


def _alias(constant: Constant, home: str) -> Alias | None:
    return next((Alias(text, home) for text in _aliased(constant)), None)


def _aliased(constant: Constant) -> Iterator[str]:
    """`N = NewType("N", int)`, `N = TypeVar("N", bound=int)`, `N = list[int]`, `N: TypeAlias = "X"`."""
    try:
        node = ast.parse((constant.value or "").strip(), mode="eval").body
    except (SyntaxError, ValueError):
        return
    match node:
        case ast.Call(func=ast.Name(id="NewType") | ast.Attribute(attr="NewType"), args=[_, base]):
            yield ast.unparse(base)
        case ast.Call(func=ast.Name(id="TypeVar") | ast.Attribute(attr="TypeVar"), args=[_, *choices], keywords=bound):
            limits = [one.value for one in bound if one.arg == "bound"]
            yield ast.unparse((*choices, *limits, ast.Name("int"))[0])
        case ast.Constant(value=str() as text) if constant.annotation is not None:
            yield text
        case ast.Subscript() | ast.BinOp(op=ast.BitOr()) | ast.Name() | ast.Attribute():
            yield ast.unparse(node)
