"""A condition in Nagini's words as a condition of Python.

>>> words = {"Implies": "Implies", "Forall": "Forall", "Acc": "Acc", "Old": "Old"}
>>> scope = Scope(words, frozenset({"len"}), frozenset({"xs", "a", "n"}), frozenset({"n"}))
>>> def read(text): return elaborated(ast.parse(text, mode="eval").body, scope)
>>> ast.unparse(read("Implies(n > 0, Forall(xs, lambda x: (x > 0, [[x]])))").body)
'all((x > 0 for x in xs)) if n > 0 else True'
>>> ast.unparse(read("Forall(int, lambda i: Implies(0 <= i and i < n, xs[i] > 0))").body)
'all((xs[i] > 0 for i in range(0, n)))'
>>> found = read("Acc(a.f) and n > 0")
>>> ast.unparse(found.body), [ast.unparse(one.receiver) for one in found.owned]
('a is not None and n > 0', ['a'])
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .bounds import ranged
from .names import OWNERSHIP
from .scope import Scope

RESULT = "__return__"
OLD = "__entry__"
BUILTIN_CALLS = frozenset({"range", "list", "set", "tuple", "sorted", "reversed", "enumerate", "zip"})


class Unread(Exception):
    """The condition's meaning cannot be said in Python; the message is the reason."""


@dataclass(frozen=True)
class Owned:
    """One permission: of the location `field` of `receiver`.

    full: nobody else can have any part of it. sure: it is held whenever the condition is.
    """

    receiver: ast.expr
    field: str
    full: bool
    sure: bool


@dataclass(frozen=True)
class Elaborated:
    """A condition: its value part, the entry states that it mentions and what it says of ownership."""

    body: ast.expr
    old: tuple[tuple[str, ast.expr], ...]
    """(name that stands for it in `body`, expression over the entry state)"""
    owned: tuple[Owned, ...]

    @property
    def says_nothing(self) -> bool:
        """Whether it only speaks of ownership."""
        return isinstance(self.body, ast.Constant) and self.body.value is True and bool(self.owned)


def elaborated(condition: ast.expr, scope: Scope, entry: bool = False) -> Elaborated:
    """`condition` with Nagini's words replaced; `entry`: there is an entry state and a result to speak of.

    Raises Unread.
    """
    reader = _Reader(scope, entry)
    try:
        body = reader.top(copy.deepcopy(condition))
    except RecursionError:
        raise Unread("the condition is nested too deeply") from None
    return Elaborated(ast.fix_missing_locations(body), tuple(reader.old.items()), tuple(reader.owned))


@dataclass
class _Reader(ast.NodeTransformer):
    scope: Scope
    entry: bool
    old: dict[str, ast.expr] = field(default_factory=dict)
    owned: list[Owned] = field(default_factory=list)
    bound: frozenset[str] = frozenset()
    in_old: bool = False
    guarded: bool = False  # inside a part that is evaluated only where another one holds

    @property
    def words(self) -> Mapping[str, str]:
        """Nagini's words by their local names."""
        return self.scope.words

    def top(self, node: ast.expr, sure: bool = True) -> ast.expr:
        """A condition in a place where ownership may be spoken of; a conjunct that says no more is left out."""
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                parts = [part for part in (self.top(one, sure) for one in values) if not _is_true(part)]
                if len(parts) <= 1:
                    return parts[0] if parts else ast.Constant(value=True)
                return ast.BoolOp(op=ast.And(), values=parts)
            case ast.Call(func=ast.Name(id=name), args=args) if self.words.get(name) in OWNERSHIP:
                return self._owned(self.words[name], args, sure)
            case ast.Call(func=ast.Name(id=name), args=[test, then]) if self.words.get(name) == "Implies":
                return _implication(self.value(test), self._behind(lambda: self.top(then, sure=False)))
            case _:
                return self.value(node)

    def value(self, node: ast.expr) -> ast.expr:
        """An expression that has a value: no word of ownership stands in it."""
        found = self.visit(node)
        assert isinstance(found, ast.expr)
        return found

    def _behind(self, read: Callable[[], ast.expr]) -> ast.expr:
        """What `read` gives for a part that is evaluated only where another one holds."""
        outer, self.guarded = self.guarded, True
        found = read()
        self.guarded = outer
        return found

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        first, *rest = node.values
        node.values = [self.value(first), *(self._behind(lambda one=one: self.value(one)) for one in rest)]  # type: ignore[misc]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        node.test = self.value(node.test)
        node.body = self._behind(lambda: self.value(node.body))
        node.orelse = self._behind(lambda: self.value(node.orelse))
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self.words:
            raise Unread(f"`{self.words[node.id]}` is not read here")
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        raise Unread("a function is made in the condition")

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = self.words.get(node.func.id) if isinstance(node.func, ast.Name) else None
        if name is None:
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if called not in self.scope.callable:
                raise Unread(f"`{called}` is a predicate, or is not of this module")
            self.generic_visit(node)
            return node
        match name, node.args, node.keywords:
            case "Implies", [test, then], []:
                return _implication(self.value(test), self._behind(lambda: self.value(then)))
            case "Forall" | "Exists", [domain, ast.Lambda(args=ast.arguments(args=[item])) as predicate], []:
                return self._quantified(name, domain, item.arg, predicate.body)
            case "Result", [], [] if self.entry and not self.in_old:
                return ast.Name(id=RESULT, ctx=ast.Load())
            case "Old", [inner], [] if self.entry:
                return self._entry_state(inner)
            case "Unfolding", [_, inner], []:
                return self.value(inner)
            case _:
                raise Unread(f"`{name}` is not read here")

    def _entry_state(self, inner: ast.expr) -> ast.expr:
        outer, self.in_old = self.in_old, True
        value = self.value(inner)
        self.in_old = outer
        if outer:
            return value
        if self.bound & {n.id for n in ast.walk(value) if isinstance(n, ast.Name)}:
            raise Unread("`Old` of a variable of `Forall` or `Exists`")
        if self.guarded and not _is_there(value):
            raise Unread("`Old`, under a condition, of what may not be there on entry")
        # The text is the name: clauses that say the same mean the same, in whatever order they are read.
        name = f"{OLD}.s{ast.unparse(value).encode().hex()}"
        self.old[name] = value
        return ast.parse(name, mode="eval").body

    def _quantified(self, name: str, domain: ast.expr, item: str, body: ast.expr) -> ast.expr:
        match body:
            case ast.Tuple(elts=[inner, ast.List()]):  # the second part says when a solver uses it
                body = inner
            case _:
                pass
        outer, self.bound = self.bound, self.bound | {item}
        taken = item in outer or item in self.scope.variables
        body = self._behind(lambda: self.value(body))
        self.bound = outer
        if taken:
            raise Unread(f"`{item}` is bound again")
        values, body = self._domain(name, domain, item, body)
        loop = ast.comprehension(target=ast.Name(id=item, ctx=ast.Store()), iter=values, ifs=[], is_async=0)
        function = ast.Name(id="all" if name == "Forall" else "any", ctx=ast.Load())
        return ast.Call(func=function, args=[ast.GeneratorExp(elt=body, generators=[loop])], keywords=[])

    def _domain(self, name: str, domain: ast.expr, item: str, body: ast.expr) -> tuple[ast.expr, ast.expr]:
        match domain:
            case ast.Name(id="int"):
                found = ranged(name == "Forall", item, body, self.scope.ints)
                if found is None:
                    raise Unread(f"`{name}` over all ints without int bounds on `{item}`")
                return found
            case ast.Call(func=ast.Name(id=word), args=[inner], keywords=[]) if self.words.get(word) == "ToSeq":
                return self._domain(name, inner, item, body)
            case ast.Name(id=variable) if variable in self.scope.variables or variable in self.bound:
                return domain, body
            case ast.Call(func=ast.Name(id=called)) if called in BUILTIN_CALLS:
                return self.value(domain), body
            case ast.Attribute() | ast.Subscript() | ast.Call(func=ast.Attribute(attr="keys" | "values" | "items")):
                return self.value(domain), body
            case ast.Call(func=ast.Name(id=word), args=[], keywords=[]) if self.words.get(word) == "Result":
                return self.value(domain), body
            case _:
                raise Unread(f"`{name}` over `{ast.unparse(domain)}`")

    def _owned(self, word: str, args: list[ast.expr], sure: bool) -> ast.expr:
        match word, args:
            case "Acc" | "Rd", [ast.Attribute(value=receiver, attr=attr), *ratio]:
                full = word == "Acc" and not ratio
            case "list_pred" | "set_pred" | "dict_pred", [receiver]:
                attr, full = word, True
            case "Acc" | "Rd", [ast.Call(func=ast.Name(id=name), args=[receiver]), *ratio] if (
                self.words.get(name) in OWNERSHIP[2:]
            ):
                attr, full = self.words[name], word == "Acc" and not ratio
            case _:
                raise Unread("what a predicate owns")
        if word == "Acc" and not full and not _is_half(args[-1]):
            raise Unread(f"the part `{ast.unparse(args[-1])}` of a permission")
        receiver = self.value(receiver)
        self.owned.append(Owned(receiver, attr, full, sure))
        if isinstance(receiver, ast.Name) and receiver.id == "self":
            return ast.Constant(value=True)
        return ast.Compare(left=receiver, ops=[ast.IsNot()], comparators=[ast.Constant(value=None)])


def _is_there(entry: ast.expr) -> bool:
    """Can it be evaluated on entry whatever holds then? It is, also where the condition does not come to it."""
    match entry:
        case ast.Name() | ast.Constant() | ast.Attribute(value=ast.Name(id="self")):
            return True
        case _:
            return False


def _implication(test: ast.expr, then: ast.expr) -> ast.expr:
    if _is_true(then):
        return then
    return ast.IfExp(test=test, body=then, orelse=ast.Constant(value=True))


def _is_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is True


def _is_half(ratio: ast.expr) -> bool:
    """1 / k for a k of 2 or more: two holders of it may own the same."""
    match ratio:
        case ast.BinOp(left=ast.Constant(value=1), op=ast.Div(), right=ast.Constant(value=int(parts))):
            return parts >= 2
        case _:
            return False
