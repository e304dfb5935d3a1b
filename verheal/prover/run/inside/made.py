"""Watches how a call expression makes its objects: only as code that keeps all annotations and preconditions may.

Objects come from their constructors, with arguments that conform and meet the constructor's preconditions; then
their methods may be called in the same way, and declared public fields may be set to conforming values.
"""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator, Mapping
from functools import partial
from types import BuiltinFunctionType, CodeType, FunctionType, MethodType, ModuleType
from typing import TYPE_CHECKING, Any

from . import clauses
from .conform import Checker, all_of, own_attributes
from .hints import constructor_hints, constructor_of, evaluated, hints_of, home_of
from .records import CALL_FILE
from .spine import the_call

if TYPE_CHECKING:
    Job = dict[str, Any]
    Answer = bool | None
GUARD, TOP, LOOK = "_verheal_guard", "_verheal_top", "_verheal_look"
MOST_OBJECTS = 2000
SETTERS = (setattr, object.__setattr__)
ATOMS = (type, str, bytes, int, float, FunctionType, BuiltinFunctionType, MethodType, ModuleType)
COLLECTIONS = (list, tuple, set, frozenset, dict)


class Rejected(BaseException):
    """The input does not satisfy annotations or requires: the function is not run on it."""


def guarded(call: str) -> CodeType:
    """Code of the expression in which every function that is called goes through the guard. Raises SyntaxError.

    The call that is meant, and no other, is told apart: what calls the function to make its input is not observed.
    """
    tree = ast.parse(call.strip(), CALL_FILE, "eval")
    meant = the_call(tree)
    for node in list(ast.walk(tree)):
        if isinstance(node, ast.Call) and not isinstance(node.func, ast.Lambda):
            node.func = called(TOP if node is meant else GUARD, [node.func])
    if isinstance(meant, ast.Attribute):
        tree = Look(meant).visit(tree)
    return compile(tree, CALL_FILE, "eval")


def called(name: str, args: list[ast.expr]) -> ast.Call:
    function = ast.copy_location(ast.Name(name, ast.Load()), args[0])
    return ast.fix_missing_locations(ast.copy_location(ast.Call(func=function, args=args, keywords=[]), args[0]))


class Look(ast.NodeTransformer):
    """Puts a call in the place of one look-up of an attribute."""

    def __init__(self, meant: ast.Attribute) -> None:
        self.meant = meant

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if node is not self.meant:
            return self.generic_visit(node)
        return called(LOOK, [node.value, ast.copy_location(ast.Constant(node.attr), node)])


class Guard:
    """`contracts` are those of the classes whose objects may occur, by module and qualified name; `asks` is whether
    the function under test has preconditions."""

    def __init__(self, names: dict[str, Any], contracts: list[Job], asks: bool = True) -> None:
        self.names, self.asks = names, asks
        self.lenient = False  # nothing is judged: whether the input counts is known
        self.contracts = {(c["module"], c["name"]): c for c in contracts}
        self.target: Any = None  # what stands for the function under test: it judges its own arguments
        self.meant = False  # whether the call that is meant has begun
        self.nonconforming: list[str] = []
        self.undetermined: list[str] = []
        self.requires_held: Answer = True

    def __call__(self, function: Any) -> Any:
        """What is called in the function's place."""
        if self.lenient:
            return function
        if isinstance(function, type) and hasattr(function, "__set_name__") and not of_library(function.__module__):
            self.undetermined.append(f"({function.__qualname__}, a descriptor that no class has)")
        if is_library(function):
            return function
        if self.asks and self.is_target(function) and self_type(function) is None:
            # Whether they hold is not known here.
            self.undetermined.append(f"(a call of {getattr(function, '__name__', 'the function')} to make the input)")
        if any(function is one for one in SETTERS):
            return self.set_field
        if getattr(function, "__name__", "") == "__new__":
            self.undetermined.append("(an object made without its constructor)")
            return function

        def checked(*args: Any, **kwargs: Any) -> Any:
            self.judge(function, args, kwargs)
            return function(*args, **kwargs)

        return checked

    def top(self, function: Any) -> Any:
        """What is called in the place of the function that is meant."""
        inside = function if self.is_target(function) else self(function)

        def begun(*args: Any, **kwargs: Any) -> Any:
            self.meant = True
            return inside(*args, **kwargs)

        return begun

    def look(self, thing: Any, name: str) -> Any:
        """Stands for the look-up of the property that is meant."""
        self.meant = True
        return getattr(thing, name)

    def is_target(self, function: Any) -> bool:
        if self.target is None:
            return False
        function = unbound_by_deal(function)
        inner = getattr(function, "__func__", function)
        if isinstance(function, type):
            inner = constructor_of(function)[0]
        return inner is self.target

    def judge(self, function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Arguments of a constructor, method or function that helps to make the input. Raises Rejected."""
        function = unbound_by_deal(function)
        label = getattr(function, "__qualname__", "a call")
        try:
            signature = inspect.signature(function)
            bound = signature.bind(*args, **kwargs)
        except ValueError:
            if args or kwargs:
                self.undetermined.append(f"(arguments of {label})")
            return
        except TypeError:
            return  # the call itself will say so
        hints = hints_for(function)
        checker = Checker(self.names, True, self_type(function))
        for name, value in bound.arguments.items():
            answer = argument_conforms(checker, signature.parameters[name], value, hints)
            if answer is not True:
                kept = self.undetermined if answer is None else self.nonconforming
                kept.append(f"{name} of {label}")
        if self.nonconforming:
            raise Rejected
        bound.apply_defaults()
        self.require(function, dict(bound.arguments))

    def require(self, function: Any, arguments: dict[str, Any]) -> None:
        """The written preconditions of what is called. Raises Rejected."""
        kind = self_type(function)
        if kind is None:
            return
        wanted = "__init__" if isinstance(function, type) else getattr(function, "__name__", "")
        for owner in kind.__mro__:
            if wanted not in vars(owner):
                continue
            found = self.contracts.get((owner.__module__, owner.__qualname__), {}).get("methods", {})
            if not isinstance(function, type):
                arguments = dict(arguments, self=function.__self__)
            self.conditions(found.get(wanted) or (), owner, arguments)
            return

    def conditions(self, wanted: Any, owner: type, arguments: Mapping[str, Any]) -> None:
        written = [clauses.normal(c, "requires") for c in wanted if c["expression"]]
        verdicts = clauses.evaluate_in_order(written, dict(home_of(owner), **arguments))
        if not all(verdict["ok"] is True for verdict in verdicts):
            self.requires_held = False
            raise Rejected
        if any(not c["expression"] and not c["checked"] for c in wanted):
            self.requires_held = None

    def set_field(self, thing: Any, name: str, value: Any) -> None:
        """Stands for setattr."""
        if self.settable(thing, name, value) is not True:
            self.undetermined.append(f"{type(thing).__name__}.{name} (set from outside)")
        setattr(thing, name, value)  # a frozen object refuses

    def settable(self, thing: Any, name: str, value: Any) -> Answer:
        if name.startswith("_") or isinstance(getattr(type(thing), name, None), property):
            return None
        hints = declared_fields(type(thing))
        return Checker(self.names, True, type(thing)).check(value, hints[name]) if name in hints else None

    def invariants(self, values: Iterator[Any]) -> None:
        """The invariants of the classes of all these objects. Raises Rejected."""
        if not self.contracts:
            return
        for value in values:
            for owner in type(value).__mro__:
                entry = self.contracts.get((owner.__module__, owner.__qualname__))
                if entry is not None:
                    self.conditions(entry["invariants"], owner, {"self": value})
                    break


def unbound_by_deal(function: Any) -> Any:
    """The bound method itself, of an object whose class deal watches: there every look-up gives a partial."""
    if isinstance(function, partial) and getattr(function.func, "__name__", "") == "_deal_patched_method":
        return function.args[0]
    return function


def is_library(function: Any) -> bool:
    """Builtins and the standard library say themselves what they accept; lambdas are the expression's own."""
    if any(function is one for one in SETTERS) or getattr(function, "__name__", "") == "__new__":
        return False
    if getattr(getattr(function, "__code__", None), "co_filename", "") == CALL_FILE:
        return True
    if getattr(type(function), "__total__", None) is not None or hasattr(function, "__total__"):
        return True  # a TypedDict: a dict at run time, looked at where it is passed
    if isinstance(function, type):
        maker = constructor_of(function)[1]
        # The constructor of a list's subclass takes items of any type, which its annotations may not allow.
        return of_library(function.__module__) or (of_library(maker.__module__) and maker not in COLLECTIONS)
    home = getattr(function, "__module__", None)
    if home is None:
        owner: Any = getattr(function, "__objclass__", None) or type(getattr(function, "__self__", None))
        home = owner.__module__
    return of_library(str(home))


def of_library(module: str) -> bool:
    root = module.split(".")[0]
    return root in ("builtins", *getattr(sys, "stdlib_module_names", ("asyncio", "itertools", "datetime")))


def self_type(function: Any) -> type | None:
    """The class of the object that is made, or whose method is called."""
    if isinstance(function, type):
        return function
    receiver = getattr(function, "__self__", None)
    return None if receiver is None or inspect.ismodule(receiver) else (
        receiver if isinstance(receiver, type) else type(receiver)
    )


def hints_for(function: Any) -> dict[str, Any]:
    if isinstance(function, type):
        return constructor_hints(function)
    return hints_of(inspect.unwrap(getattr(function, "__func__", function)))


def argument_conforms(
    checker: Checker, parameter: inspect.Parameter, value: Any, hints: dict[str, Any]
) -> Answer:
    if parameter.name not in hints or is_private(parameter):
        return None
    hint = hints[parameter.name]
    if parameter.kind is parameter.VAR_POSITIONAL:
        return all_of(checker.check(item, hint) for item in value)
    if parameter.kind is parameter.VAR_KEYWORD:
        return all_of(checker.check(item, hint) for item in value.values())
    return checker.check(value, hint)


def is_private(parameter: inspect.Parameter) -> bool:
    """An underscore and a default say that the parameter is the function's own affair."""
    return parameter.name.startswith("_") and parameter.default is not parameter.empty


def declared_fields(cls: type) -> dict[str, Any]:
    """Fields with an annotation of their own, in the class or as `self.x: T` in its constructor."""
    found: dict[str, Any] = {}
    for owner in reversed(cls.__mro__):
        if "__init__" in vars(owner) and owner is not object:
            found.update(annotated_in(vars(owner)["__init__"]))
    return {**found, **hints_of(cls)}


def annotated_in(constructor: Any) -> dict[str, Any]:
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(constructor))))
    except (OSError, TypeError, SyntaxError, ValueError):
        return {}
    names = home_of(inspect.unwrap(constructor))
    return {
        node.target.attr: evaluated(ast.unparse(node.annotation), names)
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Attribute)
        and isinstance(node.target.value, ast.Name) and node.target.value.id == "self"
    }  # fmt: skip


def reachable(roots: list[Any]) -> Iterator[Any]:
    """The objects of the user's classes that can be reached, each once; at most a bounded number is looked at."""
    pending = list(reversed(roots))
    seen: set[int] = set()
    kept: list[Any] = []  # so that no id is used twice
    while pending and len(seen) < MOST_OBJECTS:
        value = pending.pop()
        if id(value) in seen or isinstance(value, ATOMS):
            continue
        seen.add(id(value))
        kept.append(value)
        if isinstance(value, dict):
            pending += [*value.keys(), *value.values()]
        elif isinstance(value, (list, tuple, set, frozenset)):
            pending += list(value)
        if type(value).__module__ != "builtins":
            yield value
            pending += [getattr(value, name) for name in sorted(own_attributes(value)) if hasattr(value, name)]
