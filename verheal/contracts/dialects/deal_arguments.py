"""How deal passes arguments to a validator.

deal calls a validator with the arguments of the call as they were written: positional ones by position, so
that the names of a lambda need not be the function's. A validator whose only parameter is `_` gets a
namespace instead.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.dialects.conditions import Condition, check_hidden, defaults
from verheal.contracts.dialects.context import Function, parameter_names
from verheal.contracts.dialects.names import Unreadable, free_names, replace_names

# What `_.name` finds on the dictionary itself before it looks for a parameter.
_NAMESPACE_OWN = frozenset(dir(dict))


def over_arguments(condition: Condition, function: Function, result: str | None) -> ast.expr:
    """The validator's body over the function's parameters, and over `result` in an `ensure`.

    Raises Unreadable where deal's own call of the validator would fail, or would mean different things for
    calls by position and by keyword.
    """
    if result is not None and result in parameter_names(function):
        raise Unreadable(f"the function has a parameter `{result}`, which deal passes for the returned value")
    if condition.names == ("_",):
        return _over_namespace(condition, function, result)
    by = _by_position(condition, function, result)
    by |= _by_keyword(condition, function, result)
    variadic = {x.arg for x in (condition.args.vararg, condition.args.kwarg) if x is not None}
    if variadic & free_names(condition.body):
        raise Unreadable("the validator uses `*args` or `**kwargs`")
    check_hidden(condition, function)
    if result is not None and result in free_names(condition.body) - set(condition.names):
        raise Unreadable(f"`{result}` is a name of the module here, not the returned value")
    return replace_names(condition.body, by)


def _by_position(condition: Condition, function: Function, result: str | None) -> dict[str, ast.expr]:
    own = [x.arg for x in (*function.args.posonlyargs, *function.args.args)]
    theirs = list(condition.positional)
    if result in theirs:
        if theirs.index(result) < len(own):
            raise Unreadable(f"`{result}` stands where deal passes an argument of the call")
        theirs.remove(result)
    if function.args.vararg is not None or function.args.kwarg is not None:
        raise Unreadable("the function takes `*args` or `**kwargs`")
    if len(theirs) < len(own) and condition.args.vararg is None:
        raise Unreadable(f"deal passes {len(own)} arguments and the validator takes {len(theirs)}")
    by: dict[str, ast.expr] = {}
    for name, parameter in zip(theirs, own, strict=False):
        if name != parameter and name in parameter_names(function):
            raise Unreadable("the validator takes the parameters in another order")
        _same_default(name, condition, parameter, function)
        by[name] = ast.Name(id=parameter, ctx=ast.Load())
    for name in theirs[len(own) :]:
        if name not in (x.arg for x in function.args.kwonlyargs):
            by[name] = _constant_default(name, condition)
    return by


def _by_keyword(condition: Condition, function: Function, result: str | None) -> dict[str, ast.expr]:
    keywords = [x.arg for x in function.args.kwonlyargs] + ([] if result is None else [result])
    by: dict[str, ast.expr] = {}
    for name in keywords:
        if name not in condition.names and condition.args.kwarg is None:
            raise Unreadable(f"deal passes `{name}`, which the validator does not take")
        if name != result and name in condition.names:
            _same_default(name, condition, name, function)
    for name in condition.keyword_only:
        if name not in keywords:
            by[name] = _constant_default(name, condition)
    return by


def _same_default(name: str, condition: Condition, parameter: str, function: Function) -> None:
    own, theirs = defaults(function.args).get(parameter), condition.defaults.get(name)
    if own is not None and theirs is None:
        raise Unreadable(f"a call without `{parameter}` fails in the validator, which has no default for it")
    if own is not None and theirs is not None and ast.dump(own) != ast.dump(theirs):
        raise Unreadable(f"`{name}` has another default in the validator")


def _constant_default(name: str, condition: Condition) -> ast.expr:
    default = condition.defaults.get(name)
    if not isinstance(default, ast.Constant):
        raise Unreadable(f"the function has no parameter `{name}`")
    return default


def over_result(condition: Condition, function: Function) -> tuple[ast.expr, str]:
    """The validator of a `post` over one fresh name for the result, and that name."""
    if condition.names == ("_",):
        raise Unreadable("deal passes a namespace of the parameters as `_` here, not the result")
    if not condition.positional:
        raise Unreadable("the validator of `post` takes no argument")
    check_hidden(condition, function)
    taken = {*parameter_names(function), *(free_names(condition.body) - set(condition.names))}
    result = "result" if "result" not in taken else "__return__"
    first, *others = condition.positional
    by: dict[str, ast.expr] = {name: _constant_default(name, condition) for name in others}
    by |= {name: _constant_default(name, condition) for name in condition.keyword_only}
    by[first] = ast.Name(id=result, ctx=ast.Load())
    return replace_names(condition.body, by), result


def over_instance(condition: Condition) -> ast.expr:
    """The validator of an `inv` over `self`; `_` is a namespace of the instance's own attributes."""
    if condition.names == ("_",):
        return _over_attributes(
            condition, lambda name: ast.Attribute(ast.Name("self", ast.Load()), name, ast.Load())
        )
    if len(condition.names) != 1 or len(condition.positional) != 1:
        raise Unreadable("an invariant takes one argument")
    if "self" in free_names(condition.body) - set(condition.names):
        raise Unreadable("`self` is a name of the module here")
    return replace_names(condition.body, {condition.positional[0]: ast.Name(id="self", ctx=ast.Load())})


def _over_namespace(condition: Condition, function: Function, result: str | None) -> ast.expr:
    check_hidden(condition, function)
    variadic = {x.arg for x in (function.args.vararg, function.args.kwarg) if x is not None}
    known = {*parameter_names(function), result} - variadic

    def parameter(name: str) -> ast.expr:
        if name not in known:
            raise Unreadable(f"the function has no parameter `{name}`")
        return ast.Name(id=name, ctx=ast.Load())

    return _over_attributes(condition, parameter)


_HELD = "<namespace>"
"""A name that nobody can write, which stands for `_` while its uses are looked at."""


def _over_attributes(condition: Condition, value: Callable[[str], ast.expr]) -> ast.expr:
    body = replace_names(condition.body, {"_": ast.Name(id=_HELD, ctx=ast.Load())})
    uses = _Attributes()
    body = uses.visit(body)
    if _HELD in free_names(body):
        raise Unreadable("`_` is used other than by its attributes and items")
    return replace_names(body, {_HELD + name: value(name) for name in uses.names})


class _Attributes(ast.NodeTransformer):
    """Turns each attribute and item of the namespace into one name."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        match node.value:
            case ast.Name(id=name) if name == _HELD and node.attr in _NAMESPACE_OWN:
                raise Unreadable(f"`_.{node.attr}` is a method of the namespace, not a parameter")
            case ast.Name(id=name) if name == _HELD:
                return self._held(node, node.attr)
            case _:
                self.generic_visit(node)
                return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        match node:
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str(key))) if name == _HELD:
                return self._held(node, key)
            case _:
                self.generic_visit(node)
                return node

    def _held(self, node: ast.expr, name: str) -> ast.expr:
        self.names.add(name)
        return ast.copy_location(ast.Name(id=_HELD + name, ctx=ast.Load()), node)
