"""Assign, havoc, assume, check, if, raise: each with a claim that holds and a twin that does not."""

from __future__ import annotations

from tests.contracts.obligations.proving import (
    RAISES,
    RESULT,
    B,
    N,
    X,
    Y,
    add,
    check,
    decide,
    eq,
    function,
    le,
    lt,
    no,
    num,
    site,
    throw,
)
from verheal.contracts.core.stmt import Assign, Assume, Check, Havoc, If, Return, Scope, Stuck
from verheal.contracts.obligations.generate import generate


def test_assignment_substitutes_simultaneously() -> None:
    found = decide(
        Assign(Y, X),
        Assign(X, add(X, 1)),
        check("moved", eq(X, add(Y, 1))),
        check("same", eq(X, Y)),
    )
    assert found["assert|moved|1"] and not found["assert|same|1"]


def test_havoc_forgets_one_variable_only() -> None:
    found = decide(Assign(X, num(1)), Assign(Y, num(2)), Havoc(X), check("y", eq(Y, 2)), check("x", eq(X, 1)))
    assert found["assert|y|1"] and not found["assert|x|1"]


def test_an_assumption_helps_later_checks_and_no_earlier_one() -> None:
    found = decide(check("before", le(0, X)), Assume(le(0, X), "given"), check("after", le(0, X)))
    assert found["assert|after|1"] and not found["assert|before|1"]


def test_one_site_twice_is_not_helped_by_an_assumption_between() -> None:
    twice = check("twice", le(0, X))
    assert not decide(twice, Assume(le(0, X), "given"), twice)["assert|twice|1"]


def test_an_assumption_of_one_branch_says_nothing_of_the_other() -> None:
    found = decide(
        If(B, (Assume(lt(0, X), "given"), check("then", le(0, X))), (check("else", le(0, X)),)),
        check("after", le(0, X)),
    )
    assert found["assert|then|1"]
    assert not found["assert|else|1"] and not found["assert|after|1"]


def test_nothing_is_learnt_from_a_check() -> None:
    assert not decide(check("first", le(0, X)), check("second", le(-1, X)))["assert|second|1"]


def test_branches_join_in_one_state() -> None:
    absolute = If(lt(X, 0), (Assign(Y, num(-1)),), (Assign(Y, num(1)),))
    found = decide(absolute, check("signs", no(eq(Y, 0))), check("positive", lt(0, Y)))
    assert found["assert|signs|1"] and not found["assert|positive|1"]


def test_what_python_raises_is_claimed_impossible() -> None:
    guarded = If(lt(0, X), (If(eq(X, 0), (throw("ValueError", "x"),)),))
    assert decide(guarded)["safety:ValueError|x|1"]
    assert decide(guarded)["raises|raises|1"]
    bare = If(eq(X, 0), (throw("ValueError", "x"),))
    assert not decide(bare)["safety:ValueError|x|1"]
    assert not decide(bare)["raises|raises|1"]


def test_behind_a_raise_its_condition_is_false() -> None:
    found = decide(If(eq(X, 0), (throw("ValueError"),)), check("not zero", no(eq(X, 0))))
    assert found["assert|not zero|1"]


def test_a_raise_statement_declares_itself_unless_the_contract_says_otherwise() -> None:
    own = If(lt(X, 0), (throw("ValueError", "raise", declared=True),))
    assert decide(own)["raises|raises|1"]
    assert decide(own, allowed=("ValueError",))["raises|raises|1"]
    assert decide(own, allowed=("Exception",))["raises|raises|1"]
    assert not decide(own, allowed=("KeyError",))["raises|raises|1"]
    assert not decide(own, allowed=())["raises|raises|1"]


def test_the_contract_allows_what_python_raises() -> None:
    bare = If(eq(X, 0), (throw("ValueError", "x"),))
    found = decide(bare, allowed=("ValueError",), sites=(bare.then[0].site,))  # type: ignore[union-attr]
    assert found["safety:ValueError|x|1"] and found["raises|raises|1"]


def test_entry_restricts_the_inputs_and_claims_nothing() -> None:
    requires = (If(lt(X, 0), (throw("KeyError"),)), Assume(lt(X, 10), "type"))
    found = decide(check("low", le(0, X)), check("high", lt(X, 9)), entry=requires)
    assert found["assert|low|1"] and not found["assert|high|1"]
    assert "safety:KeyError|KeyError|1" not in found


def test_exit_sees_every_return() -> None:
    body = If(lt(X, 0), (Return(num(0)),), (Return(X),))
    post = (check("not negative", le(0, RESULT)), check("positive", lt(0, RESULT)))
    found = decide(body, leave=post)
    assert found["assert|not negative|1"] and not found["assert|positive|1"]


def test_unwind_sees_every_exception() -> None:
    body = If(lt(X, 0), (Assign(Y, num(1)), throw("ValueError", declared=True)), (Return(X),))
    found = decide(body, unwind=(check("set", eq(Y, 1)), check("other", eq(X, -1))))
    assert found["assert|set|1"] and not found["assert|other|1"]


def test_a_scope_takes_the_returns_inside() -> None:
    inlined = Scope(Y, (If(B, (Return(num(1)),)), Return(num(2))))
    found = decide(inlined, check("either", le(Y, 2)), check("one", eq(Y, 1)), Return(Y))
    assert found["assert|either|1"] and not found["assert|one|1"]


def test_what_is_not_modelled_forgets_and_may_raise() -> None:
    found = generate(function(Stuck("calls g, line 3", 3, (X,)), check("x", eq(X, X)), check("y", eq(Y, N))))
    by_id = {item.id: item for item in found.obligations}
    assert by_id["f|raises|raises|1"].reasons == ("calls g, line 3",)
    assert by_id["f|assert|y|1"].reasons == ("calls g, line 3",)
    assert not decide(Stuck("s", 3, (X,)))["raises|raises|1"]
    assert decide(Stuck("s", 3, (X,), may_raise=False))["raises|raises|1"]


def test_every_listed_site_has_its_obligation() -> None:
    dead = site("dead", "safety:IndexError", 7)
    found = generate(function(Return(num(1)), Check(dead, eq(X, Y)), sites=(dead,)))
    item = next(item for item in found.obligations if item.site == dead)
    assert item.unreachable
    whole = next(item for item in found.obligations if item.site == RAISES)
    assert not whole.unreachable


def test_ids_count_equal_texts_by_position_and_hold_no_line() -> None:
    first, second = site("x > 0", line=3), site("x > 0", line=9)
    found = generate(function(Check(second, lt(0, X)), Check(first, lt(0, X))))
    ids = [(item.id, item.site.line) for item in found.obligations if item.site != RAISES]
    assert ids == [("f|assert|x > 0|1", 3), ("f|assert|x > 0|2", 9)]


def test_long_programs_need_no_deep_recursion() -> None:
    steps = []
    for number in range(10_000):
        steps += [Assign(X, add(X, 1)), If(eq(X, 3 * number), (throw("ValueError", f"{number}"),))]
    found = generate(function(*steps[:20_000]))
    assert len(found.obligations) == 10_001


def test_a_long_chain_of_else_branches_needs_no_deep_recursion() -> None:
    chain = (Assign(Y, num(0)),)
    for number in range(3_000):
        chain = (If(eq(X, number), (Assign(Y, num(number)),), chain),)  # type: ignore[assignment]
    assert generate(function(*chain)).obligations
