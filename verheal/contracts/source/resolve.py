"""What a dotted name means at a place in the repository: found through scopes, imports and classes.

A name may have several meanings (an import under `try`, a redefinition): all are given, as any may hold.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from verheal.contracts.source.known import BUILTIN_NAMES
from verheal.contracts.source.model import Class, Function, Import, Module, Repository

_DOTTED = re.compile(r"[^\W\d][\w.]*")
_NAME = re.compile(r"[^\W\d]\w*")
_MADE_BY = re.compile(r"([^\W\d][\w.]*)\(")
_FORMS = {"[": "list", "{": "dict", "'": "str", '"': "str"}
_TYPE_MADE = re.compile(r"(?:\w+\.)?(namedtuple|NamedTuple|NewType)\(")
_Seen = frozenset[tuple[str, str]]


class Kind(StrEnum):
    FUNCTION = "function"
    CLASS = "class"
    MODULE = "module"
    CONSTANT = "constant"
    EXTERNAL = "external"
    BUILTIN = "builtin"
    LOCAL = "local"
    ATTRIBUTE = "attribute"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, order=True)
class Target:
    """`name` is a key `module:qualname` for functions, classes and constants, else dotted text.

    ATTRIBUTE: something of an object whose class is not known; `name` is the attribute.
    """

    kind: Kind
    name: str


class Resolver:
    """Look-up tables over one repository. Never changed once built."""

    def __init__(self, repository: Repository) -> None:
        self.modules: dict[str, Module] = {m.name: m for m in repository.modules}
        self.functions: dict[str, list[Function]] = defaultdict(list)
        self.classes: dict[str, Class] = {}
        self.methods: dict[str, list[str]] = defaultdict(list)
        self.constants = {f"{m.name}:{c.name}": c for m in repository.modules for c in m.constants}
        self.packages = {p for name in self.modules for p in _prefixes(name)}
        self.imports: dict[tuple[str, str, str], list[Import]] = defaultdict(list)
        self.stars: dict[str, list[Import]] = defaultdict(list)
        for module in repository.modules:
            self._add(module)
        self.bases: dict[str, tuple[Target, ...]] = {}
        self.known_bases: dict[str, list[str]] = {}
        self.subclasses: dict[str, list[str]] = defaultdict(list)
        for key, class_ in self.classes.items():
            self._add_bases(key, class_)
        self._mentioned = {key: self._mentions(class_) for key, class_ in self.classes.items()}

    def _add(self, module: Module) -> None:
        for function in module.functions:
            self.functions[function.key].append(function)
            if function.class_name is not None and function.key not in self.methods[function.name]:
                self.methods[function.name].append(function.key)
        for class_ in module.classes:
            self.classes[class_.key] = class_
        for one in module.imports:
            if one.name == "*":
                self.stars[module.name].append(one)
            else:
                self.imports[module.name, one.scope, one.name].append(one)

    def _add_bases(self, key: str, class_: Class) -> None:
        scope = class_.qualname.rpartition(".")[0]
        names = [b.partition("[")[0].strip() for b in class_.bases]
        named = [t for n in names for t in self.name(class_.module, scope, n)]
        found = [m for t in named for m in self._meant(t)]
        self.bases[key] = tuple(found)
        self.known_bases[key] = [t.name for t in found if t.kind is Kind.CLASS]
        for base in self.known_bases[key]:
            self.subclasses[base].append(key)

    def _mentions(self, class_: Class) -> list[str]:
        """The classes that instances may hold, by the annotations, and those next to it in the hierarchy."""
        names = {*class_.reads, *(n for f in class_.init_fields for n in _NAME.findall(f.annotation or ""))}
        scope = class_.qualname.rpartition(".")[0]
        found = [t for n in sorted(names) for t in self.name(class_.module, scope, n)]
        held = [t.name for t in found if t.kind is Kind.CLASS]
        return [*held, *self.known_bases[class_.key], *self.subclasses.get(class_.key, ())]

    def _meant(self, target: Target) -> tuple[Target, ...]:
        """A base class may be an alias."""
        aliased = self.called_constant(target.name) if target.kind is Kind.CONSTANT else ()
        return aliased or (target,)

    def name(self, module: str, scope: str, dotted: str) -> tuple[Target, ...]:
        """The meanings of a dotted name read in `scope` (a qualname, "" for the module's top level)."""
        head, *rest = dotted.split(".")
        targets = self._head(module, scope, head)
        for part in rest:
            targets = tuple(dict.fromkeys(t for old in targets for t in self.attribute(old, part)))
        return targets

    def _head(self, module: str, scope: str, head: str) -> tuple[Target, ...]:
        if scope and f"{module}:{scope}.{head}" in self.classes:
            return (Target(Kind.CLASS, f"{module}:{scope}.{head}"),)  # read in the body of a class
        around = scope
        while around:
            found = tuple(self._in_scope(module, around, head))
            if found:
                return found
            around = _enclosing_scope(around)
        found = tuple(dict.fromkeys(self.in_module(module, head, frozenset())))
        if found:
            return found
        kind = Kind.BUILTIN if head in BUILTIN_NAMES else Kind.UNRESOLVED
        return (Target(kind, head),)

    def _in_scope(self, module: str, scope: str, head: str) -> Iterator[Target]:
        """A name bound by the function called `scope`; class scopes are not seen from their methods."""
        functions = self.functions.get(f"{module}:{scope}", ())
        if not any(head in f.bound for f in functions):
            return
        key = f"{module}:{scope}.<locals>.{head}"
        if key in self.functions:
            yield Target(Kind.FUNCTION, key)
        elif key in self.classes:
            yield Target(Kind.CLASS, key)
        elif self.imports.get((module, scope, head)):
            for one in self.imports[module, scope, head]:
                yield from self._imported(module, one, frozenset())
        else:
            yield Target(Kind.LOCAL, head)

    def in_module(self, module: str, name: str, seen: _Seen) -> Iterator[Target]:
        """All that the module's top level binds the name to."""
        if module not in self.modules or (module, name) in seen:
            return
        seen |= {(module, name)}
        key = f"{module}:{name}"
        if key in self.functions:
            yield Target(Kind.FUNCTION, key)
        if key in self.classes:
            yield Target(Kind.CLASS, key)
        if key in self.constants:
            yield Target(Kind.CONSTANT, key)
        for one in self.imports.get((module, "", name), ()):
            yield from self._imported(module, one, seen)
        if key not in self.functions and key not in self.classes and key not in self.constants:
            for star in self.stars.get(module, ()):
                if not name.startswith("_"):
                    yield from self._starred(module, star, name, seen)

    def _starred(self, module: str, star: Import, name: str, seen: _Seen) -> Iterator[Target]:
        source = self._module_name(module, star.module)
        if source is not None:
            yield from self.in_module(source, name, seen)
        elif name not in BUILTIN_NAMES:
            yield Target(Kind.EXTERNAL, f"{star.module}.{name}")

    def _imported(self, module: str, one: Import, seen: _Seen) -> Iterator[Target]:
        source = self._module_name(module, one.module)
        if one.attribute is None:
            yield Target(Kind.MODULE, source) if source else Target(Kind.EXTERNAL, one.module)
            return
        if source is None:
            below = self._module_name(module, f"{one.module}.{one.attribute}")
            external = Target(Kind.EXTERNAL, f"{one.module}.{one.attribute}")
            yield Target(Kind.MODULE, below) if below else external
            return
        found = list(self.in_module(source, one.attribute, seen))
        below = self._module_name(module, f"{source}.{one.attribute}")
        if below is not None:
            found.append(Target(Kind.MODULE, below))
        yield from found or [Target(Kind.UNRESOLVED, f"{source}.{one.attribute}")]

    def _module_name(self, module: str, wanted: str) -> str | None:
        """A module of the repository; a script also finds those beside it, as Python run on it does."""
        if wanted in self.modules or wanted in self.packages:
            return wanted
        beside = ".".join([*module.split(".")[:-1], wanted])
        return beside if beside in self.modules and beside != module else None

    def attribute(self, target: Target, name: str) -> Iterator[Target]:
        """What `.name` of a thing is."""
        match target.kind:
            case Kind.MODULE:
                found = list(self.in_module(target.name, name, frozenset()))
                below = self._module_name("", f"{target.name}.{name}")
                if below is not None:
                    found.append(Target(Kind.MODULE, below))
                yield from found or [Target(Kind.UNRESOLVED, f"{target.name}.{name}")]
            case Kind.CLASS:
                yield from self.class_attribute(target.name, name)
            case Kind.CONSTANT:
                yield from self._constant_attribute(target.name, name)
            case Kind.EXTERNAL | Kind.BUILTIN:
                yield Target(target.kind, f"{target.name}.{name}")
            case _:
                yield Target(Kind.ATTRIBUTE, name)

    def _constant_attribute(self, key: str, name: str) -> Iterator[Target]:
        """`CONSTANT.name`, where the one value of the constant shows its class."""
        constant = self.constants[key]
        made = _MADE_BY.match(constant.value or "")
        form = None if constant.rebound else _FORMS.get((constant.value or " ")[0])
        if made is not None and not constant.rebound:
            for target in self.name(key.partition(":")[0], "", made[1]):
                if target.kind in (Kind.CLASS, Kind.EXTERNAL):
                    yield from self.attribute(target, name)
                else:
                    yield Target(Kind.ATTRIBUTE, name)
        elif form is not None:
            yield Target(Kind.BUILTIN, f"{form}.{name}")
        else:
            yield Target(Kind.ATTRIBUTE, name)

    def called_constant(self, key: str) -> tuple[Target, ...]:
        """What `CONSTANT(...)` calls: another name that it is an alias of, or a type made by a call."""
        constant, seen = self.constants[key], {key}
        while not constant.rebound and _DOTTED.fullmatch(constant.value or ""):
            found = self.name(key.partition(":")[0], "", constant.value or "")
            if len(found) != 1 or found[0].kind is not Kind.CONSTANT or found[0].name in seen:
                return tuple(t for t in found if t.kind is not Kind.CONSTANT)
            key = found[0].name
            seen.add(key)
            constant = self.constants[key]
        made = _TYPE_MADE.match(constant.value or "")
        return (Target(Kind.EXTERNAL, "typing." + made[1]),) if made and not constant.rebound else ()

    def class_attribute(self, key: str, name: str) -> Iterator[Target]:
        """`C.name`: a method found along the bases, the overrides of known subclasses, or a nested class."""
        found = [*self.inherited(key, name), *self.overrides(key, name)]
        if found:
            yield from (Target(Kind.FUNCTION, k) for k in dict.fromkeys(found))
        elif f"{key}.{name}" in self.classes:
            yield Target(Kind.CLASS, f"{key}.{name}")
        else:
            yield Target(Kind.ATTRIBUTE, name)

    def inherited(self, key: str, name: str) -> tuple[str, ...]:
        """The method that instances of exactly this class have: its own, else the nearest of each base."""
        return self._up(key, name, frozenset())

    def _up(self, key: str, name: str, seen: frozenset[str]) -> tuple[str, ...]:
        own = f"{key}.{name}"
        if own in self.functions:
            return (own,)
        if key in seen:
            return ()
        known = self.known_bases.get(key, ())
        return tuple(dict.fromkeys(k for b in known for k in self._up(b, name, seen | {key})))

    def overrides(self, key: str, name: str) -> tuple[str, ...]:
        found = (f"{k}.{name}" for k in self.descendants(key))
        return tuple(k for k in found if k in self.functions)

    def descendants(self, key: str) -> tuple[str, ...]:
        """All known subclasses, without the class itself."""
        return _closure([key], self.subclasses)[1:]

    def related(self, key: str) -> tuple[str, ...]:
        """The class, its known bases and subclasses, and the same for the types that they mention."""
        return _closure([key], self._mentioned)

    def is_module(self, module: str, name: str) -> bool:
        """Whether `import` binds the name to a module."""
        return any(one.attribute is None for one in self.imports.get((module, "", name), ()))

    def ancestors(self, key: str) -> tuple[str, ...]:
        """All known base classes, without the class itself."""
        return _closure([key], self.known_bases)[1:]

    def instances(self, module: str, scope: str, annotation: str) -> tuple[str, ...]:
        """The classes of the repository that an annotation's text names, with their subclasses."""
        name = annotation.strip("'\" ")
        if not all(part.isidentifier() for part in name.split(".")):
            return ()
        keys = [t.name for t in self.name(module, scope, name) if t.kind is Kind.CLASS]
        return tuple(dict.fromkeys(k for key in keys for k in (key, *self.descendants(key))))


def _enclosing_scope(scope: str) -> str:
    """The function around a function: `f.<locals>.C.m` to `f`; "" at the top."""
    return scope.rpartition(".<locals>.")[0]


def _prefixes(name: str) -> Iterator[str]:
    while "." in name:
        name = name.rpartition(".")[0]
        yield name


def _closure(start: Iterable[str], following: dict[str, list[str]]) -> tuple[str, ...]:
    found = dict.fromkeys(start)
    stack = list(found)
    while stack:
        for key in following.get(stack.pop(), ()):
            if key not in found:
                found[key] = None
                stack.append(key)
    return tuple(found)
