"""Calls written from values, and values from models of z3: each call is evaluated here as it stands."""
from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pytest

from verheal.contracts.core.build import ONE, ZERO, le, lt, no, same, select, text
from verheal.contracts.core.expr import Expr, Var, integer
from verheal.contracts.core.heap import (
    attribute,
    dict_has,
    dict_keys,
    dict_size,
    dict_val,
    list_data,
    list_len,
    set_has,
)
from verheal.contracts.core.image import ClassShape, Field, Instance
from verheal.contracts.core.types import (
    FLOAT,
    INT,
    NONE,
    STR,
    ClassT,
    DictT,
    ListT,
    SetT,
    TupleT,
    Type,
    UnionT,
)
from verheal.contracts.smt.printer import render
from verheal.prover.backends.z3_backend import solve
from verheal.prover.calls import Callee, ClassInfo, DecodedCall, GiveUp, Parameter, Slot, write_call
from verheal.prover.decode import decode, small

NODE = ClassT("m:Node")
LINK = UnionT((NODE, NONE))
FIELDS = (Field("m:Node", "value", INT), Field("m:Node", "next", LINK))
SHAPE = ClassShape("m:Node", 1, FIELDS)


@dataclass
class Node:
    value: int
    next: Node | None


def callee(*names: str) -> Callee:
    return Callee("f", tuple(Parameter(name, name) for name in names))


def called(text: str) -> tuple[Any, ...]:
    """The arguments that f gets."""
    return eval(text, {"f": lambda *args, **options: (*args, *options.values()), "Node": Node})  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "value",
    [
        0, -3, True, None, "a'b\"\n\ud800", 1.5, -0.0, math.inf, -math.inf, math.nan, (), (1,), [], [[1], []],
        set(), {1, 2}, {}, {"a": [1.0]}, 10**5000, ({"k": (None, True)},),
    ],
    ids=lambda value: str(value)[:9] if not isinstance(value, int) or abs(value) < 99 else "huge",
)
def test_values_are_written_as_they_are(value: object) -> None:
    call = write_call({"x": value}, callee("x"))
    (back,) = called(call.call)
    assert type(back) is type(value)
    assert (back == value and math.copysign(1, back or 1) == math.copysign(1, value or 1)) if isinstance(
        value, float
    ) and value == value else str(back) == str(value) if not isinstance(value, int) else back == value
    assert call.args["x"] in call.call


def test_shared_objects_are_one_object() -> None:
    inner = [1]
    call = write_call({"a": inner, "b": [inner], "c": [1]}, callee("a", "b", "c"))
    first, second, third = called(call.call)
    assert second[0] is first and third is not first
    assert write_call({"a": inner, "b": inner}, callee("a", "b")).call == "(lambda a: f(a, a))([1])"


def test_keywords_and_spread_arguments() -> None:
    target = Callee("f", (Parameter("a", "a", star="*"), Parameter("b", "b", keyword=True)))
    assert write_call({"a": (1, 2), "b": 3}, target).call == "f(*(1, 2), b=3)"


BY_FIELDS = (Slot("value", "value"), Slot("next", "next", "None"))
BY_SETTING = (Slot("value", "", "0"), Slot("next", "", "None"))


@pytest.mark.parametrize("slots", [BY_FIELDS, BY_SETTING])
def test_objects_are_made_by_their_constructor_and_may_be_cyclic(slots: tuple[Slot, ...]) -> None:
    infos = (ClassInfo(SHAPE, "Node", slots, frozenset({"value", "next"})),)
    chain = Instance("m:Node", {"value": 1, "next": Instance("m:Node", {"value": 2, "next": None})})
    (made,) = called(write_call({"x": chain}, callee("x"), infos).call)
    assert made == Node(1, Node(2, None))
    loop = Instance("m:Node", {"value": 1})
    loop.fields["next"] = loop
    one, other = called(write_call({"x": loop, "y": [loop]}, callee("x", "y"), infos).call)
    assert one.next is one and other[0] is one


def test_lambda_names_do_not_hide_what_the_call_uses() -> None:
    inner = [1]
    call = write_call({"x": inner, "y": inner}, Callee("a.b", (Parameter("x", "x"), Parameter("y", "y"))))
    assert call.call == "(lambda c: a.b(c, c))([1])"


LIST, NUMBERS, TABLE = ListT(INT), SetT(STR), DictT(STR, FLOAT)


def witness(
    inputs: tuple[Var, ...], count: int, *facts: Expr, infos: tuple[ClassInfo, ...] = ()
) -> DecodedCall:
    """A call from a model of the facts; the first `count` inputs are the parameters."""
    printed = render(facts, same(ZERO, ONE))
    answer = solve(printed.text, 2_000_000, want_model=True)
    assert answer.transcript.answer == "sat" and answer.model is not None
    target = callee(*(var.name for var in inputs[:count]))
    return decode(answer.model, printed.names, inputs, target, infos)


def heap_of(kind: Type) -> tuple[Var, ...]:
    match kind:
        case ListT():
            return list_len(kind), list_data(kind)
        case SetT():
            return (set_has(kind),)
        case DictT():
            return dict_has(kind), dict_val(kind), dict_size(kind), dict_keys(kind)
        case _:
            return ()


def test_aliased_lists_from_a_model() -> None:
    a, b = Var("a", LIST), Var("b", LIST)
    length, data = list_len(LIST), list_data(LIST)
    third = select(select(data, a), integer(2))
    facts = (same(a, b), same(select(length, a), integer(3)), lt(integer(41), third))
    one, other = called(witness((a, b, length, data), 2, *facts).call)
    assert one is other and len(one) == 3 and one[2] > 41


def test_sets_dicts_and_doubles_from_a_model() -> None:
    s, d = Var("s", NUMBERS), Var("d", TABLE)
    has, val, size, keys = heap_of(TABLE)
    key = select(select(keys, d), ZERO)
    facts = (
        select(select(set_has(NUMBERS), s), Var("word", STR)),
        same(Var("word", STR), key),
        same(select(size, d), ONE),
        select(select(has, d), key),
        no(same(key, Var("other", STR))),
        le(ONE, integer(1)),
        same(select(select(val, d), key), Var("number", FLOAT)),
    )
    inputs = (s, d, Var("number", FLOAT), set_has(NUMBERS), has, val, size, keys)
    words, table, number = called(witness(inputs, 3, *facts).call)
    assert set(table) <= words and str(next(iter(table.values()))) == str(number)


def test_objects_and_tuples_from_a_model() -> None:
    x, pair = Var("x", NODE), Var("p", TupleT((INT, LINK)))
    value, link = attribute("m:Node", "value", INT), attribute("m:Node", "next", LINK)
    facts = (same(select(Var("class", value.type), x), ONE), same(select(value, x), integer(7)))
    inputs = (x, pair, value, link, Var("class", value.type))
    infos = (ClassInfo(SHAPE, "Node", BY_FIELDS, frozenset({"value", "next"})),)
    node, _ = called(witness(inputs, 2, *facts, infos=infos).call)
    assert node.value == 7


def test_a_dict_of_which_no_order_is_read() -> None:
    d = Var("d", TABLE)
    facts = (select(select(dict_has(TABLE), d), text("a")), select(select(dict_has(TABLE), d), text("b")))
    (table,) = called(witness((d, dict_has(TABLE), dict_size(TABLE)), 1, *facts).call)
    assert {"a", "b"} <= set(table)


def test_a_second_look_finds_a_short_list() -> None:
    a = Var("a", LIST)
    inputs = (a, list_len(LIST), list_data(LIST))
    facts = (le(ONE, select(list_len(LIST), a)), *small(inputs))
    (values,) = called(witness(inputs, 1, *facts).call)
    assert 1 <= len(values) <= 6


@pytest.mark.parametrize("length", [-1, 20_000])
def test_impossible_and_huge_lengths_are_given_up(length: int) -> None:
    a = Var("a", LIST)
    with pytest.raises(GiveUp):
        witness((a, list_len(LIST), list_data(LIST)), 1, same(select(list_len(LIST), a), integer(length)))
