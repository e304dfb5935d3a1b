"""Code that nobody here wrote: every module of three packages of the standard library is read."""

from __future__ import annotations

import ast
import collections
import email
import json
from pathlib import Path
from types import ModuleType

import pytest

from verheal.contracts.source.callgraph import call_graph
from verheal.contracts.source.closure import Closures
from verheal.contracts.source.effects import propagate
from verheal.contracts.source.repository import read_repository


@pytest.mark.parametrize("package", [json, email, collections])
def test_scanning_never_raises(package: ModuleType) -> None:
    folder = Path(str(package.__file__)).parent
    found = read_repository([folder], folder.parent)
    assert not found.problems
    for module in found.modules:
        tree = ast.parse(module.text)
        defs = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
        assert len(module.functions) == len(defs)
        lines = module.text.splitlines()
        for function in module.functions:
            assert f"def {function.name}" in lines[function.span.line - 1]
            for parameter in function.parameters:
                ast.parse(parameter.default or "0", mode="eval")
    graph = call_graph(found)
    assert set(propagate(found, graph)) == {f.key for f in found.functions} == set(graph.calls)
    closures = Closures(found, graph)
    assert all(len(closures.digest(f)) == 64 for f in found.functions)


def test_reading_is_deterministic() -> None:
    folder = Path(str(json.__file__)).parent
    one, two = (read_repository([folder], folder.parent) for _ in range(2))
    assert one == two
    assert [Closures(one).digest(f) for f in one.functions] == [
        Closures(two).digest(f) for f in two.functions
    ]
