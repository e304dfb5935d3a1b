"""What one body does by itself, its callees apart: the objects that it writes.

A write is followed to where its object comes from: a parameter, a new object, the module, or unknown. Flow is
ignored: a name may hold whatever any of its bindings gives it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from verheal.contracts.source.known import (
    ARGUMENT_MUTATORS,
    BUILTIN_NAMES,
    FRESH_BUILTINS,
    IMMUTABLE_TYPES,
    MUTATORS,
    PURE_BUILTINS,
    PURE_METHODS,
)
from verheal.contracts.source.local_types import builtin_type, head, names_bound
from verheal.contracts.source.model import PURE, Effect, Effects
from verheal.contracts.source.walk import DEF, Frame, all_arguments

ANY_OBJECT = "*"
"""In `Effects.mutates`: some object that may be reachable from arguments or module state."""

_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_IMMUTABLE = IMMUTABLE_TYPES | {"Optional", "Union", "tuple", "Tuple", "frozenset", "FrozenSet"}
_CONSUMED = frozenset({"Iterator", "Generator", "AsyncIterator", "AsyncGenerator"})
_ORDER = tuple(Effect)
_FRESH = (
    ast.List, ast.Dict, ast.Set, ast.Tuple, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp,
    ast.Constant, ast.JoinedStr, ast.BinOp, ast.UnaryOp, ast.Compare, ast.Lambda,
)


def join(left: Effects, right: Effects) -> Effects:
    """The stronger of two effects; of equals the earlier line's reason; the written parameters of both."""
    mutates = tuple(sorted({*left.mutates, *right.mutates}))
    strongest = right if _ORDER.index(right.level) > _ORDER.index(left.level) else left
    return Effects(strongest.level, strongest.reason, strongest.line, mutates)


def local_effects(frame: Frame, types: Mapping[str, str], classes: frozenset[str]) -> Effects:
    """`types` are those of `local_types`; calls of `classes`, those of this module, give new objects."""
    body = _Body(frame, types, classes)
    result = PURE
    for effect in body.effects():
        result = join(result, effect)
    return result


@dataclass(frozen=True)
class _Body:
    frame: Frame
    types: Mapping[str, str]
    classes: frozenset[str]

    def effects(self) -> Iterator[Effects]:
        frame = self.frame
        line = getattr(frame.node, "lineno", 0)
        for name in sorted(frame.global_names & frame.stores):
            yield Effects(Effect.TOUCHES_WORLD, f"rebinds the global {name}", line)
        for name in sorted(frame.nonlocal_names & frame.stores):
            yield Effects(Effect.TOUCHES_WORLD, f"rebinds the nonlocal {name}", line)
        for node in frame.imports:
            yield Effects(Effect.TOUCHES_WORLD, "imports at run time", node.lineno)
        for name in sorted(self._parameters() & frame.loads):
            if head(self.types.get(name, "")) in _CONSUMED:
                yield Effects(Effect.MUTATES_ARGUMENTS, f"may consume its argument {name}", line, (name,))
        for write in frame.writes:
            yield from self._write(write)
        for call in frame.calls:
            written = _written_by(call)
            if written is not None:
                yield from self._object(written, call.lineno)

    def _write(self, node: ast.AST) -> Iterator[Effects]:
        match node:
            case ast.Attribute(value=value) | ast.Subscript(value=value):
                yield from self._object(value, node.lineno)
            case ast.AugAssign(target=ast.Name(id=name)):
                # `xs += ys` writes a list in place and rebinds a number.
                if self.types.get(name) not in IMMUTABLE_TYPES and not _number(node):
                    yield from self._name(name, node.lineno, set())
            case ast.withitem(context_expr=expression) if not isinstance(expression, ast.Call):
                yield Effects(Effect.UNKNOWN, "enters a context manager that is not known", expression.lineno)

    def _object(self, node: ast.expr, line: int) -> Iterator[Effects]:
        """The object that `node` evaluates to is written."""
        match node:
            case ast.Name(id=name):
                yield from self._name(name, line, set())
            case ast.Attribute() | ast.Subscript():
                yield from self._inside(node, line)
            case ast.IfExp(body=one, orelse=other):
                yield from self._object(one, line)
                yield from self._object(other, line)
            case _ if not self._fresh(node):
                yield Effects(Effect.UNKNOWN, "writes an object that a call or expression gives", line)

    def _inside(self, node: ast.expr, line: int) -> Iterator[Effects]:
        """An object that another one holds is written: `a.b.c = 1`, `rows[i].append(x)`."""
        root = node
        while isinstance(root, (ast.Attribute, ast.Subscript)):
            root = root.value
        if not isinstance(root, ast.Name):
            yield Effects(Effect.UNKNOWN, "writes an object that a call or expression gives", line)
        elif root.id in self._parameters() or root.id not in self.frame.bound:
            yield from self._name(root.id, line, set())
        else:
            reason = f"writes an object held by {root.id}, which may be an argument's"
            yield Effects(Effect.MUTATES_ARGUMENTS, reason, line, (ANY_OBJECT,))

    def _name(self, name: str, line: int, seen: set[str]) -> Iterator[Effects]:
        """The object called `name` is written."""
        if name in seen:
            return
        seen.add(name)
        if immutable(self.types.get(name, "")):
            return
        if name in self._parameters() and self._lives_on(name):
            reason = f"may write {name}, which lives on between calls"
            yield Effects(Effect.TOUCHES_WORLD, reason, line, (name,))
        elif name in self._parameters():
            yield Effects(Effect.MUTATES_ARGUMENTS, f"writes its argument {name}", line, (name,))
        elif name not in self.frame.bound:
            if self._enclosed(name):
                reason = f"writes {name} of an enclosing function"
                yield Effects(Effect.MUTATES_ARGUMENTS, reason, line, (ANY_OBJECT,))
            else:
                yield Effects(Effect.TOUCHES_WORLD, f"writes module state {name}", line)
        for value, whole in self._bindings(name):
            if (whole and self._fresh(value)) or self._immutable_part(value, whole):
                continue
            yield from self._origin(value, line, seen)

    def _origin(self, value: ast.expr, line: int, seen: set[str]) -> Iterator[Effects]:
        called = {id(n.func) for n in ast.walk(value) if isinstance(n, ast.Call)}
        for node in ast.walk(value):
            if isinstance(node, ast.Name):
                # What a function gives is not the function; builtins hold nothing of the module's.
                if id(node) not in called and (node.id not in BUILTIN_NAMES or node.id in self.frame.bound):
                    yield from self._name(node.id, line, seen)
            elif isinstance(node, ast.Call) and not self._fresh(node) and not _gives_parts(node):
                yield Effects(Effect.UNKNOWN, "writes what a call returned, which may be anything", line)

    def _bindings(self, name: str) -> Iterator[tuple[ast.expr, bool]]:
        """What `name` is bound to; False where it is bound to a part of it (loops, unpacking)."""
        for node in self.frame.writes:
            match node:
                case ast.Assign(targets=targets, value=value):
                    for target in targets:
                        if isinstance(target, ast.Name) and target.id == name:
                            yield value, True
                        elif name in names_bound(target):
                            yield value, False
                case ast.AnnAssign(target=ast.Name(id=bound), value=ast.expr() as value) if bound == name:
                    yield value, True
                case ast.NamedExpr(target=ast.Name(id=bound), value=value) if bound == name:
                    yield value, True
                case ast.For() | ast.AsyncFor() | ast.comprehension():
                    if name in names_bound(node.target):
                        yield node.iter, False
                case ast.withitem(context_expr=value, optional_vars=ast.expr() as target):
                    if name in names_bound(target):
                        yield value, False
                case ast.Match(subject=value):
                    yield value, False

    def _fresh(self, node: ast.expr) -> bool:
        match node:
            case ast.IfExp(body=one, orelse=other):
                return self._fresh(one) and self._fresh(other)
            case ast.BoolOp(values=values):
                return all(self._fresh(v) for v in values)
            case ast.Call(func=ast.Name(id=name)):
                return (name in FRESH_BUILTINS or name in self.classes) and name not in self.frame.bound
            case ast.Call(func=ast.Attribute(attr="copy"), args=[]):
                return True
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Slice()):
                return builtin_type(self.types.get(name, "")) is not None
        return isinstance(node, _FRESH)

    def _immutable_part(self, value: ast.expr, whole: bool) -> bool:
        """`x = xs[i]` and `for x in xs` where xs is annotated as holding immutable objects."""
        if whole and not (isinstance(value, ast.Subscript) and not isinstance(value.slice, ast.Slice)):
            return False
        held = value.value if isinstance(value, ast.Subscript) else value
        annotation = self.types.get(held.id, "") if isinstance(held, ast.Name) else ""
        return annotation.endswith("]") and immutable(annotation.partition("[")[2])

    def _parameters(self) -> frozenset[str]:
        node = self.frame.node
        return frozenset(a.arg for a in all_arguments(node.args)) if isinstance(node, DEF) else frozenset()

    def _lives_on(self, name: str) -> bool:
        """A mutable default, and the class that a class method gets."""
        node = self.frame.node
        if not isinstance(node, DEF):
            return False
        names = {getattr(d, "id", "") for d in node.decorator_list}
        positional = [*node.args.posonlyargs, *node.args.args]
        if "classmethod" in names and positional and positional[0].arg == name:
            return True
        defaults = zip(reversed(positional), reversed(node.args.defaults), strict=False)
        keyword = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
        given = {a.arg: d for a, d in (*defaults, *keyword)}
        return not isinstance(given.get(name), (ast.Constant, ast.UnaryOp, type(None)))

    def _enclosed(self, name: str) -> bool:
        around = self.frame.parent
        while around is not None:
            if isinstance(around.node, DEF) and name in around.bound:
                return True
            around = around.parent
        return False


def immutable(annotation: str) -> bool:
    """Whether all that an annotation's text names is immutable; False for no annotation."""
    names = set(_IDENTIFIER.findall(annotation))
    return bool(names) and names <= _IMMUTABLE


def _number(node: ast.AugAssign) -> bool:
    """An addend that is a number cannot be added to a list in place."""
    value = node.value
    return isinstance(value, ast.Constant) and isinstance(value.value, (int, float, complex, str))


def _written_by(call: ast.Call) -> ast.expr | None:
    """The object that a call writes by the name of what is called."""
    match call.func:
        case ast.Attribute(value=ast.Name(id=name), attr=attr) if f"{name}.{attr}" in ARGUMENT_MUTATORS:
            return call.args[0] if call.args else None
        case ast.Name(id=name) if name in ARGUMENT_MUTATORS or any(
            m.endswith("." + name) for m in ARGUMENT_MUTATORS
        ):
            return call.args[0] if call.args else None
        case ast.Attribute(value=value, attr=attr) if attr in MUTATORS:
            return value
    return None


def _gives_parts(call: ast.Call) -> bool:
    """Builtins and their methods give new objects, their arguments or parts of these, never module state."""
    match call.func:
        case ast.Name(id=name):
            return name in PURE_BUILTINS or name == "next"
        case ast.Attribute(attr=attr):
            return attr in PURE_METHODS or attr in MUTATORS
    return False
