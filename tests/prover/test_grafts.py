"""What a model says of plain arguments, put into a call that counted."""

from __future__ import annotations

import pytest

from verheal.prover.calls import Callee, Parameter
from verheal.prover.grafts import grafted

METHOD = Callee("Box.take", (Parameter("self", "self"), Parameter("n", "n"), Parameter("deep", "deep", keyword=True)))
PLAIN = Callee("pick", (Parameter("box", "box"), Parameter("n", "n")))


@pytest.mark.parametrize(
    ("call", "callee", "values", "expected"),
    [
        ("Box([1]).take(2)", METHOD, {"n": "-7"}, "Box([1]).take(-7)"),
        ("Box.take(Small(), 2)", METHOD, {"n": "-7"}, "Box.take(Small(), -7)"),
        ("Box([1]).take(2)", METHOD, {"deep": "True"}, "Box([1]).take(2, deep=True)"),
        ("Box([1]).take(2, deep=False)", METHOD, {"n": "0", "deep": "True"}, "Box([1]).take(0, deep=True)"),
        ("pick(Box([1]), n=3)", PLAIN, {"n": "9"}, "pick(Box([1]), n=9)"),
        ("(lambda a: pick(a, 3))(Box())", PLAIN, {"n": "9"}, "(lambda a: pick(a, 9))(Box())"),
        ("[pick(Box(), 1), pick(Box(), 2)][-1]", PLAIN, {"n": "9"}, None),
        ("pick(*pair())", PLAIN, {"n": "9"}, None),
    ],
)
def test_only_what_the_model_says_changes(
    call: str, callee: Callee, values: dict[str, str], expected: str | None
) -> None:
    assert grafted(call, callee, values) == expected
