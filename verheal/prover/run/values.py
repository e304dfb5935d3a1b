"""Inputs from annotations, as Python expressions: small values and boundaries first. A pure function of the
seed."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from keyword import iskeyword
from types import MappingProxyType

from verheal.prover.run import reuse, standard
from verheal.prover.run.atoms import Atoms
from verheal.prover.run.mentions import Keys
from verheal.prover.run.scopes import Alias, External
from verheal.prover.run.shapes import ClassShape, Param, linked

NOTHING: Mapping[str, str] = MappingProxyType({})
DEEPEST = 4
# What else than a list an abstract type stands for.
OTHERS = {
    "Iterable": ("{}", "iter({})", "tuple({})"), "Collection": ("{}", "tuple({})"), "Sequence": ("{}", "tuple({})"),
}  # fmt: skip
ODD_ITEMS = 0.04
INTEGRAL = ("int", "Integral", "SupportsInt", "SupportsIndex")
LISTS = (
    "list",
    "List",
    "Sequence",
    "MutableSequence",
    "Iterable",
    "Collection",
    "Reversible",
    "Sized",
    "Container",
)
SETS = ("set", "Set", "MutableSet", "AbstractSet")
DICTS = ("dict", "Dict", "Mapping", "MutableMapping")
WRAPPERS = ("Annotated", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly")


class Unsupported(Exception):
    """No values are made for this annotation; the message is its text."""


@dataclass(frozen=True)
class Values(Atoms):
    """Makes values."""

    def at(self, home: str) -> Values:
        """The same, for annotations that stand in the module `home`."""
        scope = self.scope.at(home)
        return self if scope is self.scope else replace(self, scope=scope)

    def of(self, annotation: str | None, depth: int = 0) -> str:
        """An expression for a value that conforms to the annotation. Raises Unsupported."""
        if annotation is None:
            raise Unsupported("no annotation")
        try:
            node = ast.parse(annotation.strip(), mode="eval").body
        except (SyntaxError, ValueError) as error:
            raise Unsupported(annotation) from error
        return self.node(node, depth)

    def node(self, node: ast.expr, depth: int) -> str:
        """The value for an annotation's syntax."""
        match node:
            case ast.Constant(value=None):
                return "None"
            case ast.Constant(value=str() as text):
                return self.of(text, depth)
            case ast.BinOp(op=ast.BitOr()):
                return self.choice(_alternatives(node), depth)
            case ast.Name() | ast.Attribute():
                return self.named(ast.unparse(node), depth)
            case ast.Subscript():
                return self.generic(node, depth)
        raise Unsupported(ast.unparse(node))

    def named(self, name: str, depth: int) -> str:
        dotted = name
        match self.scope.meaning(name):
            case ClassShape() as shape:
                return self.instance(shape, depth)
            case Alias(annotation, home) if depth < DEEPEST + 4:
                return self.at(home).of(annotation, depth + 1)
            case External(outside):
                dotted = outside
        return self.known(dotted, depth)

    def known(self, name: str, depth: int) -> str:
        """A value of a type that Python brings."""
        last = name.rsplit(".", 1)[-1]
        makers: dict[str, Callable[[], str]] = {
            "bool": lambda: self.random.choice(("False", "True")), "float": self.float_, "str": self.text,
            "bytes": self.bytes_, "None": lambda: "None", "complex": lambda: f"complex({self.float_()}, 1.0)",
            "bytearray": lambda: f"bytearray({self.bytes_()})", "NoneType": lambda: "None",
            **dict.fromkeys(INTEGRAL, lambda: self.int_(depth)),
        }  # fmt: skip
        if last in makers:
            return makers[last]()
        if last in ("object", "Any"):
            awaited = [kind for kind, pending in (("int", self.edges), ("str", self.odd)) if pending]
            return self.named(self.random.choice(awaited or ("int", "str", "bool", "float", "None")), depth)
        if last in (*LISTS, *SETS, *DICTS, "tuple", "Tuple", "frozenset", "FrozenSet"):
            return self.container(last, [ast.Name("int")] * (2 if last in DICTS else 1), depth)
        if last == "Callable":
            return self.function(ast.Constant(None), depth)
        made = standard.made(name, [], self.random)
        if made is None:
            raise Unsupported(name)
        return made

    def generic(self, node: ast.Subscript, depth: int) -> str:
        name = ast.unparse(node.value)
        inner = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
        match self.scope.meaning(name):
            case ClassShape() as shape:
                return self.instance(shape, depth)
            case External(dotted):
                name = dotted
        last = name.rsplit(".", 1)[-1]
        if last in WRAPPERS:
            return self.node(inner[0], depth)
        if last == "Optional":
            return self.choice([inner[0], ast.Constant(None)], depth)
        if last == "Union":
            return self.choice(inner, depth)
        if last == "Literal":
            return ast.unparse(self.random.choice(inner))
        if last == "Callable":
            return self.function(inner[-1], depth)
        if last in ("type", "Type"):
            return self.class_(inner[0])
        made = standard.made(name, [ast.unparse(one) for one in inner], self.random)
        return self.container(last, inner, depth) if made is None else made

    def function(self, result: ast.expr, depth: int) -> str:
        """A function that takes anything and gives a value of its declared type."""
        value = self.node(result, depth + 1)
        way = self.random.random() if self.strict else 0.0
        if way < 0.5:
            return f"(lambda *_, **__: {value})"
        if way < 0.9:  # whoever writes the annotation says nothing of what it does besides: it tells when it is called
            return f"(lambda *given, **_: print('callback {self.random.randint(1, 99)}', *given) or {value})"
        return "(lambda *_, **__: [][0])"

    def class_(self, bound: ast.expr) -> str:
        """A class of the repository, or one of its subclasses."""
        shape = self.scope.shape(ast.unparse(bound))
        if shape is None:
            return self.known("type", 0)
        known = [shape, *map(self.scope.child, shape.children)]
        possible = [one.expression for one in known if one.init is not None and not one.is_dict]
        if not possible:
            raise Unsupported(f"type[{ast.unparse(bound)}]")
        return self.random.choice(possible)

    def choice(self, options: Sequence[ast.expr], depth: int) -> str:
        """One of a union's alternatives; deep down the ones that end the recursion come first, None now and then."""
        order = list(options)
        self.random.shuffle(order)
        if self.deep or depth >= DEEPEST or self.random.random() < 0.25:
            order.sort(key=lambda n: _is_none(n) == bool(self.deep))
        for option in order:
            try:
                return self.node(option, depth)
            except Unsupported:
                continue
        raise Unsupported(" | ".join(ast.unparse(option) for option in options))

    def container(self, kind: str, inner: list[ast.expr], depth: int) -> str:
        if kind in LISTS and self.deep:
            many = self.deep.pop()
            return f"[{self.stored(inner[0], depth + 1)}] * {many}"
        if kind in LISTS:
            made = f"[{', '.join(self.items(inner[0], depth))}]"
            return self.random.choice(OTHERS.get(kind, ("{}",))).format(made) if self.strict else made
        if kind in SETS:
            items = self.items(inner[0], depth)
            return f"{{{', '.join(items)}}}" if items else "set()"
        if kind in ("frozenset", "FrozenSet"):
            return f"frozenset([{', '.join(self.items(inner[0], depth))}])"
        if kind in DICTS and len(inner) == 2:
            if self.keys and _takes_texts(inner[0]) and self.random.random() < 0.5:
                return self.asked(self.random.choice(self.keys), inner, depth)
            keys = self.items(inner[0], depth)
            return "{" + ", ".join(f"{key}: {self.stored(inner[1], depth + 1)}" for key in keys) + "}"
        if kind in ("tuple", "Tuple"):
            return self.tuple_(inner, depth)
        if kind in ("Iterator", "Generator"):
            return f"iter([{', '.join(self.items(inner[0], depth))}])"
        raise Unsupported(kind)

    def asked(self, keys: Keys, inner: list[ast.expr], depth: int) -> str:
        """A dict with keys that the function asks for, most of them."""
        kept = [(key, text) for key, text in keys if self.random.random() < 0.9]
        values = [self.stored(inner[1], depth + 1) if text is None else ascii(text) for _, text in kept]
        return "{" + ", ".join(f"{key!a}: {value}" for (key, _), value in zip(kept, values, strict=True)) + "}"

    def tuple_(self, inner: list[ast.expr], depth: int) -> str:
        if len(inner) == 1 and isinstance(inner[0], ast.Tuple):
            inner = list(inner[0].elts)
        if len(inner) == 2 and isinstance(inner[1], ast.Constant) and inner[1].value is Ellipsis:
            items = self.items(inner[0], depth)
        else:
            items = [self.node(one, depth + 1) for one in inner]
        return f"({', '.join(items)}{',' if len(items) == 1 else ''})"

    def items(self, element: ast.expr, depth: int) -> list[str]:
        """Elements of a container: mostly few; sometimes sorted, sometimes with repetitions."""
        if depth >= DEEPEST:
            return []
        longest = 3 if depth else 4 + int(self.size * 12)
        count = min(self.random.randint(0, longest), self.random.randint(0, longest + 2))
        odd = bool(self.edges)
        found = [self.stored(element, depth + 1) for _ in range(count)]
        way = self.random.random()
        if found and (way > 0.9 or (odd and way > 0.5)):
            return found[:1] * max(count, self.random.randint(2, longest))
        if way < 0.25:
            found = reuse.few(found, self.random)
        if 0.2 < way < 0.45:
            found = reuse.in_order(found)
        return found[::-1] if 0.4 < way < 0.5 else found

    def stored(self, element: ast.expr, depth: int) -> str:
        """What stands in a container: now and then a bool for an int, or an int for a float."""
        others = {"int": ("True", "False"), "float": ("0", "1", "2", "-3", "True")}
        kind = element.id if isinstance(element, ast.Name) and self.scope.shape(element.id) is None else ""
        if not self.strict and kind in others and self.random.random() < ODD_ITEMS:
            return self.random.choice(others[kind])
        return self.node(element, depth)

    def instance(self, shape: ClassShape, depth: int) -> str:
        """A call of the class (or of a known subclass, since an argument may be one)."""
        if shape.members:
            return f"{shape.expression}.{self.random.choice(shape.members)}"
        if shape.made:
            return self.scope.child(self.random.choice(shape.made)).expression
        if shape.is_dict:
            there = [one for one in shape.init or () if not one.has_default or self.random.random() < 0.7]
            pairs = [f"{one.name!r}: {self.at(one.home).of(one.annotation, depth + 1)}" for one in there]
            return "{" + ", ".join(pairs) + "}"
        if shape.children and (shape.init is None or self.random.random() < 0.3):
            for child in self.random.sample(shape.children, len(shape.children)):
                try:
                    return self.instance(self.scope.child(child), depth + 1)
                except Unsupported:
                    continue
        if shape.init is None or depth > DEEPEST + 1:
            raise Unsupported(shape.expression)
        link = linked(shape)
        if link is not None and (self.deep or self.random.random() < 0.3):
            made = self.chain(shape, link, depth)
        elif shape.examples and self.random.random() < 0.3:
            made = f"{shape.expression}({self.random.choice(shape.examples)})"
        else:
            made = f"{shape.expression}({self.arguments(shape.init, depth + 1)})"
        return self.changed(shape, made, depth) if shape.changes and self.random.random() < 0.4 else made

    def chain(self, shape: ClassShape, link: str, depth: int) -> str:
        """Objects that hang on each other by the parameter `link`; now and then more than the stack has room for."""
        if self.deep:
            many = self.deep.pop() // 2  # looking at what is nested takes its time
            made = f"{shape.expression}({self.arguments(shape.init or (), DEEPEST, {link: 'rest'})})"
            return f"__import__('functools').reduce(lambda rest, _: {made}, range({many}), None)"
        made = "None"
        for _ in range(self.random.randint(2, 5)):
            made = f"{shape.expression}({self.arguments(shape.init or (), max(depth, DEEPEST), {link: made})})"
        return made

    def changed(self, shape: ClassShape, made: str, depth: int) -> str:
        """The object after a few calls of its methods."""
        name, steps = f"made_{depth}", []
        for _ in range(min(self.random.randint(1, 3), self.random.randint(1, 6))):
            method, params = self.random.choice(shape.changes)
            try:
                steps.append(f"{name}.{method}({self.arguments(params, depth + 1)})")
            except Unsupported:
                continue
        return f"(lambda {name}: ({', '.join(steps)}, {name})[-1])({made})" if steps else made

    def arguments(self, params: Sequence[Param], depth: int = 0, given: Mapping[str, str] = NOTHING) -> str:
        """The text between the parentheses of a call; `given` are expressions for some parameters. Raises
        Unsupported when a needed parameter has no values."""
        positional: list[str] = []
        named: list[str] = []
        for param in params:
            if param.kind == "VarKw":
                named += self.keywords(param, params, depth)
                continue
            if param.has_default and param.name.startswith("_"):
                named.append("")  # the function's own affair
                continue
            if param.kind == "VarPos":
                if not named and param.annotation is not None:
                    positional += self.at(param.home).items(ast.parse(param.annotation, mode="eval").body, depth)
                continue
            try:
                skip = param.has_default and self.random.random() < min(0.9, 0.4 + 0.2 * max(0, depth - 1))
                made = given.get(param.name)
                value = made or (None if skip else self.at(param.home).of(param.annotation, depth))
            except Unsupported:
                if not param.has_default:
                    raise
                value = None
            if value is None:
                named.append("")  # from here on by name
            elif param.kind == "KwOnly" or named:
                if param.kind != "PosOnly":
                    named.append(f"{param.name}={value}")
            else:
                positional.append(value)
        return ", ".join([*positional, *(text for text in named if text)])

    def keywords(self, param: Param, params: Sequence[Param], depth: int) -> list[str]:
        """What a parameter `**more` takes: names that were said before, or any; or what it is handed on to."""
        if param.passed:
            chosen_ones = self.random.sample(param.passed, min(len(param.passed), self.random.randint(0, 2)))
            needed = [one for one in param.passed if not one.has_default and one not in chosen_ones]
            return [f"{one.name}={self.at(one.home).of(one.annotation, depth + 1)}" for one in needed + chosen_ones]
        said = [text[1:-1] for text in self.said.texts if text[1:-1].isidentifier()]
        names = {name for name in ("a", "key", *said) if not iskeyword(name) and all(name != p.name for p in params)}
        try:
            chosen = self.random.sample(sorted(names), min(len(names), self.random.randint(0, 2)))
            return [f"{name}={self.at(param.home).of(param.annotation, depth + 1)}" for name in chosen]
        except Unsupported:
            return []


def _takes_texts(node: ast.expr) -> bool:
    return ast.unparse(node).rpartition(".")[2] in ("str", "Any", "object", "Hashable")


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _alternatives(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return [*_alternatives(node.left), *_alternatives(node.right)]
    return [node]
