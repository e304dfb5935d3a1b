"""Annotations that a `.pyi` beside a module gives, where the module gives none."""

from __future__ import annotations

from dataclasses import replace

from verheal.contracts.source.model import Function, Module, Parameter


def with_stub(module: Module, stub: Module) -> Module:
    """The module with the stub's annotations filled in; its own are never replaced."""
    functions = tuple(_function(f, stub.function(f.qualname)) for f in module.functions)
    constants = tuple(
        replace(c, annotation=_constant_annotation(stub, c.name)) if c.annotation is None else c
        for c in module.constants
    )
    return replace(module, functions=functions, constants=constants)


def _constant_annotation(stub: Module, name: str) -> str | None:
    found = stub.constant(name)
    return found.annotation if found else None


def _function(function: Function, stub: Function | None) -> Function:
    # An overloaded stub has no one annotation for a parameter.
    if stub is None or any(d.rpartition(".")[2] == "overload" for d in stub.decorators):
        return function
    types = {p.name: p.annotation for p in stub.parameters}
    parameters = tuple(_parameter(p, types.get(p.name)) for p in function.parameters)
    return replace(function, parameters=parameters, returns=function.returns or stub.returns)


def _parameter(parameter: Parameter, annotation: str | None) -> Parameter:
    return replace(parameter, annotation=annotation) if parameter.annotation is None else parameter
