"""Checks the constraints in annotations around the functions of a module, as pydantic reads them."""

from __future__ import annotations

import functools
import inspect
import types
import typing
from collections.abc import Callable
from typing import Any

import pydantic
from pep316_runtime import ClauseFailed


def install(module: types.ModuleType) -> None:
    """Replace functions by checking ones."""
    for name, value in list(vars(module).items()):
        if inspect.isfunction(value) and value.__module__ == module.__name__:
            setattr(module, name, checked(value, module))


def checked(function: Callable[..., Any], module: types.ModuleType) -> Callable[..., Any]:
    signature = inspect.signature(function)
    hints = typing.get_type_hints(function, vars(module), include_extras=True)

    def need(kind: str, value: Any, name: str) -> None:
        try:
            pydantic.TypeAdapter(hints[name]).validate_python(value, strict=True)
        except pydantic.ValidationError as error:
            raise ClauseFailed(kind, function.__qualname__, f"{name}: {error}") from None

    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        for name, value in bound.arguments.items():
            need("pre", value, name)
        result = function(*args, **kwargs)
        need("post", result, "return")
        return result

    return wrapper
