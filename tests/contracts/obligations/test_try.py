"""try, handlers, finally, re-raise, scopes: each with a claim that holds and a twin that does not."""

from __future__ import annotations

from tests.contracts.obligations.proving import (
    ACC,
    RESULT,
    B,
    C,
    X,
    Y,
    add,
    check,
    decide,
    eq,
    function,
    lt,
    num,
    throw,
)
from verheal.contracts.core.build import either, implies, no
from verheal.contracts.core.stmt import Assign, Handler, If, Reraise, Return, Scope, Stmt, Stuck, Try
from verheal.contracts.obligations.generate import generate

RISKY = If(B, (throw("ValueError", "v"),))


def mark(value: int) -> Assign:
    return Assign(ACC, num(value))


def caught(*names: str, body: tuple[Stmt, ...] = (mark(1),)) -> Handler:
    return Handler(names or None, body)


def test_a_matching_handler_takes_the_exception() -> None:
    found = decide(mark(0), Try((RISKY,), (caught("ValueError"),)), check("one", implies(B, eq(ACC, 1))))
    assert found["assert|one|1"] and found["safety:ValueError|v|1"] and found["raises|raises|1"]
    found = decide(mark(0), Try((RISKY,), (caught("KeyError"),)), check("never", no(B)))
    assert not found["safety:ValueError|v|1"] and found["assert|never|1"]


def test_superclasses_and_bare_handlers_match() -> None:
    risky = If(B, (throw("KeyError", "k"),))
    for names in (("LookupError",), ("ValueError", "Exception"), ()):
        assert decide(Try((risky,), (caught(*names),)))["safety:KeyError|k|1"]
    assert not decide(Try((risky,), (caught("IndexError"),)))["safety:KeyError|k|1"]


def test_the_first_handler_that_matches_is_the_one() -> None:
    handlers = (caught("LookupError", body=(mark(1),)), caught("KeyError", body=(mark(2),)))
    claims = (check("first", eq(ACC, 1)), check("second", eq(ACC, 2)))
    found = decide(mark(0), Try((throw("KeyError"),), handlers), *claims)
    assert found["assert|first|1"] and not found["assert|second|1"]


def test_an_unlisted_class_may_or_may_not_match() -> None:
    raised = throw("module:Custom", "c")
    found = decide(mark(0), Try((raised,), (caught("ValueError"),)), check("reached", eq(ACC, 0)))
    assert not found["safety:module:Custom|c|1"] and not found["assert|reached|1"]
    assert decide(Try((raised,), (caught(),)))["safety:module:Custom|c|1"]


def test_orelse_runs_without_exception_and_is_not_guarded() -> None:
    found = decide(
        mark(0),
        Try((RISKY,), (caught("ValueError"),), (mark(5), If(C, (throw("ValueError", "else"),)))),
        check("five", implies(no(B), eq(ACC, 5))),
        check("always", eq(ACC, 5)),
    )
    assert found["assert|five|1"] and not found["assert|always|1"]
    assert found["safety:ValueError|v|1"] and not found["safety:ValueError|else|1"]


def test_a_handler_may_raise_and_nothing_of_the_same_try_takes_it() -> None:
    failing = caught("ValueError", body=(throw("KeyError", "k"),))
    assert not decide(Try((RISKY,), (failing, caught("KeyError"))))["safety:KeyError|k|1"]


def test_a_re_raise_keeps_the_place_it_came_from() -> None:
    again = caught("ValueError", body=(If(C, (Reraise(),)),))
    assert not decide(Try((RISKY,), (again,)))["safety:ValueError|v|1"]
    narrowed = caught("ValueError", body=(If(no(B), (Reraise(),)),))
    assert decide(Try((RISKY,), (narrowed,)))["safety:ValueError|v|1"]
    own = If(B, (throw("ValueError", "raise", declared=True),))
    assert decide(Try((own,), (again,)))["raises|raises|1"]
    two = Try(
        (RISKY, If(C, (throw("ValueError", "w"),))), (caught("ValueError", body=(If(C, (Reraise(),)),)),)
    )
    found = decide(If(C, (Assign(B, no(C)),)), two)
    assert found["safety:ValueError|v|1"] and not found["safety:ValueError|w|1"]


def test_final_runs_on_every_way_out() -> None:
    body = (If(lt(X, 0), (Return(num(1)),)), RISKY)
    program = (mark(0), Try(body, (), (), (mark(7),)), Return(num(2)))
    post = (check("seven", eq(ACC, 7)), check("result", either(eq(RESULT, 1), eq(RESULT, 2))))
    found = decide(*program, leave=post, unwind=(check("unwound", eq(ACC, 7)), check("b", no(B))))
    assert found["assert|seven|1"] and found["assert|result|1"] and found["assert|unwound|1"]
    assert not found["assert|b|1"] and not found["safety:ValueError|v|1"]


def test_a_return_in_final_replaces_the_exception_and_the_value() -> None:
    replaced = Try((RISKY, Return(num(1))), (), (), (Return(num(9)),))
    found = decide(replaced, leave=(check("nine", eq(RESULT, 9)), check("one", eq(RESULT, 1))))
    assert found["safety:ValueError|v|1"] and found["raises|raises|1"]
    assert found["assert|nine|1"] and not found["assert|one|1"]


def test_a_return_keeps_the_value_it_was_evaluated_to() -> None:
    program = (Assign(X, num(1)), Try((Return(X),), (), (), (Assign(X, num(2)),)))
    found = decide(*program, leave=(check("one", eq(RESULT, 1)), check("two", eq(RESULT, 2))))
    assert found["assert|one|1"] and not found["assert|two|1"]


def test_an_unknown_exception_may_match_any_handler_or_none() -> None:
    risky = Stuck("calls g", 3, ())
    found = decide(mark(0), Try((risky,), (caught("ValueError"),)), check("zero", eq(ACC, 0)))
    assert not found["assert|zero|1"] and not found["raises|raises|1"]
    found = decide(mark(0), Try((risky,), (caught(),)), check("zero", eq(ACC, 0)))
    assert not found["assert|zero|1"] and found["raises|raises|1"]
    assert decide(Try((risky,), (caught("BaseException"),)))["raises|raises|1"]


def test_what_is_not_modelled_in_a_clause_excuses_no_later_clause() -> None:
    found = decide(Return(X), leave=(Stuck("calls g", 3, ()), check("later", lt(RESULT, 0))))
    assert not found["assert|later|1"] and found["raises|raises|1"]


def test_a_scope_may_also_end_without_return() -> None:
    inlined = Scope(Y, (Assign(Y, num(5)), If(B, (Return(num(1)),)), Assign(X, add(Y, 0))))
    found = decide(
        Assign(X, num(0)), inlined, check("both", either(eq(Y, 1), eq(X, 5))), check("x", eq(X, 5))
    )
    assert found["assert|both|1"] and not found["assert|x|1"]


def test_recursive_inlining_may_reuse_the_result() -> None:
    inner = Scope(Y, (Return(num(1)),))
    outer = Scope(Y, (inner, Return(add(Y, 1))))
    found = decide(outer, check("two", eq(Y, 2)), check("one", eq(Y, 1)))
    assert found["assert|two|1"] and not found["assert|one|1"]


def test_what_is_caught_is_reached_but_never_leaves() -> None:
    raised = throw("ValueError", "v")
    found = generate(function(Try((raised,), (caught(),)), sites=(raised.site,)))
    item = next(item for item in found.obligations if item.site == raised.site)
    assert not item.unreachable
