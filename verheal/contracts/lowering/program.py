"""The repository as the lowering sees it: what a name means in a module, and what is known of a class."""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass, field

from verheal.contracts import ghost
from verheal.contracts.core.types import Type
from verheal.contracts.dialects.model import Contract
from verheal.contracts.lowering import kept_generators, outside
from verheal.contracts.lowering.attributes import ANY_NAME, Touched, touched_attributes
from verheal.contracts.lowering.bindings import Binding, ClassRef, ConstantRef, External, FunctionRef
from verheal.contracts.lowering.bodies import bound_by, patched_names, rebound_names
from verheal.contracts.lowering.described import ClassInfo, ancestry, describe
from verheal.contracts.lowering.stars import starred
from verheal.contracts.lowering.stores import Store, stores_of
from verheal.contracts.source import model

BUILTIN_NAMES = frozenset(dir(builtins))


@dataclass
class Program:
    """Look-ups over a repository, remembered. Not shared between processes.

    `exact`: a bool that is stored where an int is written stays one, as two programs are told apart by it.
    """

    repository: model.Repository
    trees: dict[str, ast.Module] = field(default_factory=dict)
    texts: dict[str, ast.Module] = field(default_factory=dict)
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
    sure: dict[str, frozenset[str]] = field(default_factory=dict)
    bindings: dict[str, list[Store]] | None = None
    virtual: frozenset[str] | None = None
    registers: bool | None = None
    exposed: frozenset[str] | None = None
    outside: outside.Bases | None = None
    plainly: dict[str, frozenset[str]] = field(default_factory=dict)
    bound: dict[ast.AST, frozenset[str]] = field(default_factory=dict)  # names that a function, or classes, bind
    unclear: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    exact: bool = False

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
        """The syntax tree of a module of the repository, as it runs."""
        if module not in self.trees:
            tree = ast.parse(self.modules[module].text)
            plain = ghost.plain(tree) if ghost.mentions(self.modules[module].text) else tree
            self.trees[module] = kept_generators.moved(plain)
        return self.trees[module]

    def written(self, module: str) -> ast.Module:
        """The syntax tree with what is erased before the module runs."""
        if not ghost.mentions(self.modules[module].text):
            return self.tree(module)
        if module not in self.texts:
            self.texts[module] = ast.parse(self.modules[module].text)
        return self.texts[module]

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
        if self._set_outside(module, name):
            return None
        return External(f"builtins.{name}")

    def _rebound(self, module: str, name: str) -> bool:
        """Is the name bound in ways that are not followed, here or from another module?"""
        if module not in self.rebound:
            self.rebound[module] = rebound_names(self.tree(module))
        names = self.rebound[module]
        return names is None or name in names or self._set_outside(module, name)

    def _set_outside(self, module: str, name: str) -> bool:
        """May another module set the name in this one?"""
        return not self.patches().isdisjoint(((module, name), (module, ANY_NAME)))

    def patches(self) -> frozenset[tuple[str, str]]:
        """(module or class, name) of what code sets from outside."""
        if self.patched is None:
            self.patched = patched_names(self)
        return self.patched

    def derived(self, dotted: str) -> bool:
        """May a class that was read derive from this one, which was not?"""
        if self.outside is None:
            self.outside = outside.bases(self)
        return outside.derives(self.outside, dotted)

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
        return self.part(self.binding(module, head), rest)

    def part(self, start: Binding | None, rest: str) -> Binding | None:
        """What `start.rest` means."""
        if not rest or start is None:
            return start
        if not isinstance(start, External):
            return None
        whole = f"{start.dotted}.{rest}"
        base, _, last = whole.rpartition(".")
        return self.binding(base, last) if base in self.modules else External(whole)

    def defines(self, module: str, name: str) -> bool:
        """Does a plain statement at the top of the module bind the name?"""
        if module not in self.plainly:
            self.plainly[module] = frozenset(found for node in self.tree(module).body for found in bound_by(node))
        return name in self.plainly[module]

    def describe(self, key: str) -> ClassInfo:
        """What is known of the class `module:qualname`. KeyError when it is not in the repository."""
        if key not in self.infos:
            self.infos[key] = describe(self, self.classes[key])
        return self.infos[key]

    def subclasses(self, key: str) -> tuple[str, ...]:
        """Keys of the known subclasses of a class, itself excluded, sorted."""
        if not self.below:
            found: dict[str, list[str]] = {k: [] for k in self.classes}
            for k in sorted(self.classes):
                for above in sorted(ancestry(self, k) - {k}):
                    found[above].append(k)
            self.below = {k: tuple(keys) for k, keys in found.items()}
        return self.below.get(key, ())

    def stored(self, key: str, name: str) -> bool:
        """May code that was read set an attribute of this name of the class or its instances, but as a field?"""
        return self._touches(self.all_touched().stored, key, name)

    def deleted(self, key: str, name: str) -> bool:
        """May code that was read delete an attribute of this name of the class or its instances?"""
        return self._touches(self.all_touched().deleted, key, name)

    def replaced(self, key: str, name: str) -> bool:
        """May code that was read set or delete an attribute of this name of the class itself?"""
        return self._touches(self.all_touched().replaced, key, name)

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


__all__ = ["Binding", "ClassInfo", "ClassRef", "ConstantRef", "External", "FunctionRef", "Program"]
