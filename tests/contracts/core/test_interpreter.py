"""Runs of hand-made core programs: control flow as CPython has it, inputs from Python values and back."""
from __future__ import annotations

import math

import pytest

from verheal.contracts.core.build import ONE, ZERO, add, le, lt, same, select
from verheal.contracts.core.expr import TRUE, App, Binder, Expr, Var, forall, integer, mapping
from verheal.contracts.core.heap import list_data, list_len
from verheal.contracts.core.image import ClassShape, Extraction, Field, Instance, NotAnImage, extract, inject
from verheal.contracts.core.interpreter import (
    OutOfFuel,
    Raised,
    Rejected,
    Returned,
    Stopped,
    evaluate,
    run,
)
from verheal.contracts.core.stmt import (
    Assign,
    Assume,
    Break,
    Check,
    Continue,
    Function,
    Handler,
    Havoc,
    If,
    Loop,
    Raise,
    Reraise,
    Return,
    Scope,
    Site,
    Stmt,
    Stuck,
    Try,
)
from verheal.contracts.core.types import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    STR,
    ClassT,
    DictT,
    ListT,
    MapT,
    SetT,
    TupleT,
    UnionT,
)
from verheal.contracts.core.values import NotExecutable

LIST = ListT(INT)
XS, N, T, K = Var("xs", LIST), Var("n", INT), Var("t", INT), Var("k", INT)
DATA, LEN = list_data(LIST), list_len(LIST)
SITE = Site("safety:IndexError", "xs[n]", 3, 3)
CLAUSE = Site("post", "result > 0", 4, 4)
MRO = (("KeyError", ("KeyError", "LookupError", "Exception")), ("ValueError", ("ValueError", "Exception")))


def program(*body: Stmt, entry: tuple[Stmt, ...] = (), leave: tuple[Stmt, ...] = ()) -> Function:
    return Function("f", (XS, N), (XS, N, DATA, LEN), entry, body, leave, leave, Var("result", INT), MRO)


def go(function: Function, n: int = 0, xs: list[int] | None = None, fuel: int = 1_000) -> object:
    return run(function, inject({"xs": xs if xs is not None else [], "n": n}, function.inputs), fuel)


def result(outcome: object) -> object:
    assert isinstance(outcome, Returned), outcome
    return outcome.value


def counting(*body: Stmt, orelse: tuple[Stmt, ...] = ()) -> Loop:
    return Loop("l", 1, (), lt(N, integer(5)), body, (Assign(N, add(N, ONE)),), orelse)


def test_a_loop_sums_a_list() -> None:
    element = select(select(DATA, XS), K)
    loop = Loop(
        "l", 1, (), lt(K, select(LEN, XS)), (Assign(T, add(T, element)),), (Assign(K, add(K, ONE)),)
    )
    function = program(Assign(T, ZERO), Assign(K, ZERO), loop, Return(T))
    assert result(go(function, xs=[1, 2, 39])) == 42


def test_break_skips_the_orelse_and_continue_does_the_step() -> None:
    skipped = If(lt(N, integer(3)), (Continue(),))
    broken = program(counting(skipped, Break(), orelse=(Return(integer(99)),)), Return(N))
    assert result(go(broken)) == 3
    assert result(go(program(counting(skipped, orelse=(Return(integer(99)),)), Return(N)))) == 99


def test_handlers_go_by_superclass_and_see_no_exception_of_the_orelse() -> None:
    handler = Handler(("LookupError",), (Return(ONE),))
    assert result(go(program(Try((Raise("KeyError", SITE),), (handler,))))) == 1
    outcome = go(program(Try((), (handler,), (Raise("KeyError", SITE),))))
    assert isinstance(outcome, Raised) and outcome.exception == "KeyError"
    assert isinstance(go(program(Try((Raise("ValueError", SITE),), (handler,)))), Raised)


def test_final_runs_always_and_replaces_what_is_under_way() -> None:
    assert result(go(program(Try((Return(ONE),), final=(Return(integer(2)),))))) == 2
    swallowed = program(Try((Raise("ValueError", SITE),), final=(Return(integer(2)),)))
    assert result(go(swallowed)) == 2
    changed = program(Try((Return(N),), final=(Assign(N, integer(7)),)))
    outcome = go(changed)
    assert isinstance(outcome, Returned) and (outcome.value, outcome.state["n"]) == (0, 7)


def test_a_reraise_keeps_the_first_site() -> None:
    outcome = go(program(Try((Raise("KeyError", SITE),), (Handler(None, (Reraise(),)),))))
    assert isinstance(outcome, Raised) and outcome.site == SITE


def test_a_scope_catches_its_return_only() -> None:
    assert result(go(program(Scope(T, (Return(integer(4)),)), Return(add(T, ONE))))) == 5
    assert isinstance(go(program(Scope(T, (Raise("KeyError", SITE),)))), Raised)


def test_entry_turns_inputs_away() -> None:
    function = program(Return(N), entry=(Assume(lt(ZERO, N), "requires"),))
    assert go(function) == Rejected("requires")
    assert result(go(function, 3)) == 3


def test_checks_are_reported_and_change_nothing() -> None:
    outcome = go(program(Return(N), leave=(Check(CLAUSE, lt(ZERO, Var("result", INT))),)))
    assert isinstance(outcome, Returned) and outcome.failures == (CLAUSE,)
    unbounded = Binder("forall", K, le(K, K), BOOL)
    outcome = go(program(Check(SITE, unbounded), Return(N)))
    assert isinstance(outcome, Returned) and outcome.undecided == (SITE,)


def test_what_cannot_be_executed_stops_the_run() -> None:
    assert go(program(Stuck("unsupported: yield, line 2", 2, ()))) == Stopped("unsupported: yield, line 2")
    assert isinstance(go(program(Havoc(N), Return(N))), Stopped)
    assert result(go(program(Havoc(N), Return(ONE)))) == 1
    assert go(program(Loop("l", 1, (), TRUE, ()))) == OutOfFuel()


def test_bounded_quantifiers_and_pointwise_maps_evaluate() -> None:
    doubled = mapping(K, add(K, K))
    assert evaluate(forall(K, ZERO, integer(9), le(K, select(doubled, K))), {}) is True
    assert evaluate(forall(K, ZERO, integer(9), lt(K, select(doubled, K))), {}) is False
    with pytest.raises(NotExecutable):
        evaluate(Binder("forall", K, TRUE, BOOL), {})


def test_doubles_are_keys_of_their_own() -> None:
    kind = MapT(FLOAT, INT)
    row: Expr = App("map.const", (ZERO,), kind)
    for number, key in enumerate((0.0, -0.0, math.nan), 1):
        row = App("store", (row, Var(str(key), FLOAT), integer(number)), kind)
    env = {"0.0": 0.0, "-0.0": -0.0, "nan": math.nan}
    assert [evaluate(select(row, Var(name, FLOAT)), env) for name in env] == [1, 2, 3]
    assert evaluate(same(Var("0.0", FLOAT), Var("-0.0", FLOAT)), env) is False
    assert evaluate(same(Var("nan", FLOAT), Var("nan", FLOAT)), env) is True


NODE = ClassT("m:Node")
LINK = UnionT((NODE, NONE))
SHAPES = (ClassShape("m:Node", 1, (Field("m:Node", "value", INT), Field("m:Node", "next", LINK))),)
NESTED = TupleT((ListT(ListT(INT)), DictT(STR, SetT(FLOAT)), UnionT((BOOL, INT, NONE))))


@pytest.mark.parametrize(
    "value", [([[1], []], {"b": {1.5}, "a": set()}, None), ([], {}, True), ([[2**70]], {}, 1)]
)
def test_values_come_back_as_they_went_in(value: object) -> None:
    inputs = inject({"v": value}, (Var("v", NESTED),))
    back = extract(inputs["v"], NESTED, inputs)
    assert repr(back) == repr(value)


def test_sharing_survives() -> None:
    shared = [1]
    kind = TupleT((LIST, ListT(LIST)))
    inputs = inject({"v": (shared, [shared, [1]])}, (Var("v", kind),))
    first, rows = extract(inputs["v"], kind, inputs)  # type: ignore[misc]
    assert rows[0] is first and rows[1] is not first and inputs["alloc"] == 3


def test_objects_may_refer_to_themselves() -> None:
    node = Instance("m:Node", {"value": 3})
    node.fields["next"] = node
    inputs = inject({"n": node}, (Var("n", NODE),), SHAPES)
    back = Extraction(inputs, SHAPES).value(inputs["n"], NODE)
    assert isinstance(back, Instance) and back.fields["next"] is back and back.fields["value"] == 3


@pytest.mark.parametrize(("value", "kind"), [(True, INT), (1, FLOAT), ([1, "a"], LIST), (None, STR)])
def test_what_does_not_conform_is_refused(value: object, kind: Expr) -> None:
    with pytest.raises(NotAnImage):
        inject({"v": value}, (Var("v", kind),))  # type: ignore[arg-type]
