"""Constraints in annotations say of values what pydantic says of them; what is not read is never left out."""

from __future__ import annotations

import ast

import annotated_types
import pydantic
import pytest

from verheal.contracts.dialects.model import Contract
from verheal.contracts.dialects.text import contract_of

HEAD = """
from typing import Annotated, Optional
import annotated_types as at
from annotated_types import Ge, Gt, Interval, Le, Len, Lt, MaxLen, MinLen, MultipleOf, Predicate
from pydantic import Field
LEAST = 2
Age = Annotated[int, Ge(0)]
"""
VALUES = [-3, -1, 0, 1, 2, 3, 4, 6, None]
LISTS = [[], [0], [-1], [1, 2], [3, -1], [1, 2, 3]]


def of(annotation: str) -> Contract:
    return contract_of(f"{HEAD}def f(x: {annotation}): ...", "f")


@pytest.mark.parametrize(("annotation", "values"), [
    ("Annotated[int, Gt(0)]", VALUES),
    ("Annotated[int, Ge(1), Lt(4)]", VALUES),
    ("Annotated[int, Le(LEAST)]", VALUES),
    ("Annotated[int, Interval(ge=0, lt=3)]", VALUES),
    ("Annotated[int, MultipleOf(3)]", VALUES),
    ("Annotated[int, Field(gt=-1, description='d')]", VALUES),
    ("'Annotated[int, at.Gt(0)]'", VALUES),
    ("Age | None", VALUES),
    ("Optional[Annotated[int, Gt(0)]]", VALUES),
    ("Annotated[int, 'metres']", VALUES),
    ("Annotated[list[int], MinLen(1), MaxLen(2)]", LISTS),
    ("Annotated[list[int], Len(1, 2)]", LISTS),
    ("Annotated[list[int], Field(min_length=2)]", LISTS),
    ("list[Annotated[int, Ge(0)]]", LISTS),
    ("Annotated[list[Age | None], Len(1)]", [*LISTS, [None], [None, -1]]),
    ("dict[str, Age]", [{}, {"a": 1}, {"a": 1, "b": -1}]),
    ("dict[Age, str]", [{}, {1: ""}, {-1: ""}]),
    ("dict[str, list[Age]]", [{"a": [1]}, {"a": [1], "b": [0, -1]}]),
    ("tuple[Age, ...]", [(), (1,), (1, -1)]),
    ("tuple[int, Age]", [(-1, 1), (1, -1)]),
])  # fmt: skip
def test_conditions_agree_with_pydantic(annotation: str, values: list[object]) -> None:
    names: dict[str, object] = {}
    exec(HEAD, names)
    hint = eval(annotation, names)
    adapter = pydantic.TypeAdapter(eval(hint, names) if isinstance(hint, str) else hint)
    plain = pydantic.TypeAdapter(eval(_without(annotation), names))
    clauses = of(annotation).requires
    assert not any(clause.opaque for clause in clauses)
    counted = 0
    for value in values:
        if not _accepts(plain, value):
            continue
        counted += 1
        assert all(eval(clause.expression, {**names, "x": value}) for clause in clauses) == _accepts(adapter, value)
    assert counted


def _without(annotation: str) -> str:
    """The annotation without its metadata."""

    class Strip(ast.NodeTransformer):
        def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
            self.generic_visit(node)
            if isinstance(node.value, ast.Name) and node.value.id == "Annotated" and isinstance(node.slice, ast.Tuple):
                return node.slice.elts[0]
            return node

        def visit_Name(self, node: ast.Name) -> ast.Name:
            return ast.Name(id="int" if node.id == "Age" else node.id, ctx=node.ctx)

    tree = ast.parse(annotation.strip("'"), mode="eval")
    return ast.unparse(ast.fix_missing_locations(Strip().visit(tree)))


def _accepts(adapter: pydantic.TypeAdapter[object], value: object) -> bool:
    try:
        adapter.validate_python(value, strict=True)
    except pydantic.ValidationError:
        return False
    return True


@pytest.mark.parametrize(("annotation", "reason"), [
    ("Annotated[int, Predicate(bool)]", "annotated_types.Predicate"),
    ("Annotated[str, Field(pattern='a+')]", "pattern"),
    ("Annotated[int, at.Timezone(None)]", "Timezone"),
    ("frozenset[int] | Annotated[int, Gt(0)]", "inside a type"),
    ("Annotated[int, Gt(limit())]", "limit"),
    ("Annotated[int, Gt(unknown)]", "not defined"),
])  # fmt: skip
def test_what_is_not_read_is_kept_with_its_reason(annotation: str, reason: str) -> None:
    clauses = of(annotation).requires
    assert len(clauses) == 1 and clauses[0].opaque is not None and reason in clauses[0].opaque


def test_a_name_of_the_class_or_of_a_parameter_is_not_taken_for_one_of_the_module() -> None:
    text = f"{HEAD}class C:\n    LEAST = 5\n    def f(self, x: Annotated[int, Gt(LEAST)]): ...\n"
    assert contract_of(text, "C.f").requires[0].opaque
    text = f"{HEAD}def f(LEAST: int, x: Annotated[int, Gt(LEAST)]): ...\n"
    assert contract_of(text, "f").requires[0].opaque


def test_results_are_postconditions_of_which_those_of_coroutines_are_not_read() -> None:
    assert [c.expression for c in contract_of(f"{HEAD}def f() -> Age: ...", "f").ensures] == ["__return__ >= 0"]
    assert [bool(c.opaque) for c in contract_of(f"{HEAD}async def f() -> Age: ...", "f").ensures] == [True]


def test_stars_speak_of_items() -> None:
    found = contract_of(f"{HEAD}def f(*xs: Age, **named: Age): ...", "f").requires
    assert [c.expression for c in found] == [
        "all((item1 >= 0 for item1 in xs))", "all((item1 >= 0 for item1 in named.values()))",
    ]  # fmt: skip
    assert annotated_types.Ge(0).ge == 0
