"""Loops: unrolled, by written invariants, and by inferred ones."""

from __future__ import annotations

from tests.contracts.obligations.proving import (
    ACC,
    INDEX,
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
    infer,
    inferred,
    le,
    lt,
    no,
    num,
    plausible,
    sub,
    throw,
)
from verheal.contracts.core import heap
from verheal.contracts.core.build import select, store
from verheal.contracts.core.expr import FALSE, TRUE, App, Expr, Var, forall
from verheal.contracts.core.stmt import (
    Assign,
    Assume,
    Break,
    Continue,
    Function,
    Handler,
    Havoc,
    If,
    Loop,
    Return,
    Stmt,
    Stuck,
    Try,
)
from verheal.contracts.core.types import BOOL, INT, ListT
from verheal.contracts.obligations.generate import generate
from verheal.contracts.obligations.model import Hints

LIST = ListT(INT)
XS, YS = Var("xs", LIST), Var("ys", LIST)
LEN, DATA = heap.list_len(LIST), heap.list_data(LIST)


NEXT = (Assign(INDEX, add(INDEX, 1)),)


def count(test: Expr, *body: Stmt, step: tuple[Stmt, ...] = NEXT, **more: object) -> Loop:
    """A loop with index i."""
    return Loop("L1", 5, (), test, body, step, **more)  # type: ignore[arg-type]


START = (Assign(INDEX, num(0)), Assign(ACC, num(0)))


def test_a_known_number_of_rounds_is_unrolled() -> None:
    loop = count(lt(INDEX, 5), Assign(ACC, add(ACC, INDEX)))
    found = decide(*START, loop, check("ten", eq(ACC, 10)), check("eleven", eq(ACC, 11)))
    assert found["assert|ten|1"] and not found["assert|eleven|1"]
    assert found["termination|loop at 1|1"]
    assert generate(function(*START, loop)).loops[0].unrolled


def test_unrolling_keeps_every_way_out() -> None:
    loop = count(
        lt(INDEX, 4),
        If(eq(INDEX, X), (Break(),)),
        If(eq(INDEX, Y), (Return(INDEX),)),
        orelse=(Assign(ACC, num(7)),),
    )
    post = (check("low", le(RESULT, 7)), check("never 7", no(eq(RESULT, 7))), check("y", le(RESULT, 6)))
    found = decide(*START, loop, Return(ACC), leave=post)
    assert found["assert|low|1"]
    assert not found["assert|never 7|1"] and not found["assert|y|1"]


def test_a_limit_that_is_reached_is_no_assumption() -> None:
    loop = count(lt(INDEX, 1000))
    report = generate(function(*START, loop)).loops[0]
    assert not report.unrolled
    found = decide(*START, loop, check("dead", FALSE), check("end", le(1000, INDEX)))
    assert not found["assert|dead|1"] and found["assert|end|1"]


def test_without_invariants_only_the_exit_is_known() -> None:
    found = decide(*START, count(lt(INDEX, N)), check("exit", le(N, INDEX)), check("not less", le(0, INDEX)))
    assert found["assert|exit|1"] and not found["assert|not less|1"]
    assert not found["termination|loop at 1|1"]


def test_given_invariants_are_proved_and_used() -> None:
    loop = count(lt(INDEX, N))
    given = Hints({"L1": (le(0, INDEX), le(INDEX, N))}, {"L1": (sub(N, INDEX),)})
    claims = (check("between", le(INDEX, N)), check("n", eq(INDEX, N)))
    found = decide(Assume(le(0, N), "given"), *START, loop, *claims, hints=given)
    assert all(found.values())
    wrong = Hints({"L1": (le(INDEX, 3),)})
    found = decide(Assume(le(0, N), "given"), *START, loop, check("n", le(N, 3)), hints=wrong)
    assert not found["assert|n|1"]


def test_an_obligation_names_the_lemmas_of_all_loops_before() -> None:
    first = count(lt(INDEX, N))
    given = Hints({"L1": (le(0, INDEX),)})
    program = function(*START, check("early", le(0, INDEX)), first, check("late", le(0, INDEX)))
    found = generate(program, given)
    early, late = (next(o for o in found.obligations if o.site.text == text) for text in ("early", "late"))
    assert not early.lemmas and len(late.lemmas) == 2 and late.loops == ("L1",)


def test_continue_also_runs_the_step_and_must_keep_the_invariant() -> None:
    given = Hints({"L1": (le(ACC, INDEX),)})
    loop = count(lt(INDEX, N), If(lt(X, INDEX), (Continue(),)), Assign(ACC, add(ACC, 1)))
    assert decide(*START, loop, check("acc", le(ACC, INDEX)), hints=given)["assert|acc|1"]
    skewed = count(lt(INDEX, N), If(lt(X, INDEX), (Assign(ACC, add(ACC, 2)), Continue())))
    assert not decide(*START, skewed, check("acc", le(ACC, INDEX)), hints=given)["assert|acc|1"]


def test_break_skips_the_orelse() -> None:
    loop = count(lt(INDEX, N), If(eq(INDEX, X), (Break(),)), orelse=(Assign(INDEX, num(-1)),))
    either = App("or", (eq(INDEX, X), eq(INDEX, -1)), BOOL)
    claims = (check("found or not", either), check("found", eq(INDEX, X)))
    found = decide(*START, loop, *claims)
    assert found["assert|found or not|1"] and not found["assert|found|1"]


def test_what_python_raises_inside_a_loop() -> None:
    loop = count(lt(INDEX, N), If(lt(INDEX, 0), (throw("IndexError", "xs[i]"),)))
    assert not decide(*START, loop)["safety:IndexError|xs[i]|1"]
    assert decide(*START, loop, hints=Hints({"L1": (le(0, INDEX),)}))["safety:IndexError|xs[i]|1"]


def test_a_try_inside_a_loop_and_a_loop_inside_a_try() -> None:
    risky = If(eq(INDEX, X), (throw("ValueError", "v"),))
    inside = count(lt(INDEX, N), Try((risky,), (Handler(("ValueError",), (Break(),)),)))
    found = decide(*START, inside, check("left", App("or", (eq(INDEX, X), le(N, INDEX)), BOOL)))
    assert found["assert|left|1"] and found["raises|raises|1"]
    around = Try((count(lt(INDEX, N), risky),), (Handler(("ValueError",), (Assign(ACC, num(1)),)),))
    then = App("implies", (eq(ACC, 1), eq(INDEX, X)), BOOL)
    found = decide(*START, around, check("one", eq(ACC, 1)), check("x", then))
    assert not found["assert|one|1"] and found["assert|x|1"]


def test_what_is_not_modelled_inside_a_loop_taints_what_follows() -> None:
    loop = count(lt(INDEX, N), Stuck("calls g", 6, (INDEX,)))
    found = generate(function(*START, loop, check("after", le(N, INDEX))))
    by_text = {item.site.text: item for item in found.obligations}
    assert "calls g" in by_text["raises"].reasons and "calls g" in by_text["loop at 1"].reasons


def test_nested_loops() -> None:
    inner = Loop("L2", 6, (), lt(Y, X), (Assign(ACC, add(ACC, 1)),), (Assign(Y, add(Y, 1)),))
    outer = count(lt(INDEX, N), Assign(Y, num(0)), inner)
    found = inferred(*START, outer, check("acc", le(0, ACC)), check("more", le(1, ACC)))
    assert found["assert|acc|1"] and not found["assert|more|1"]
    assert found["termination|loop at 1|1"] and found["termination|loop at 2|1"]


def test_counters_are_inferred() -> None:
    loop = count(lt(INDEX, N), Assign(ACC, add(ACC, 2)))
    given = Assume(le(0, N), "given")
    found = inferred(given, *START, loop, check("n", eq(INDEX, N)), check("2n", eq(ACC, add(N, N))))
    assert all(found.values())
    found = inferred(*START, loop, check("n", eq(INDEX, N)))
    assert not found["assert|n|1"]


def test_the_sum_of_a_series_is_inferred() -> None:
    loop = count(lt(INDEX, N), Assign(ACC, add(ACC, INDEX)))
    twice = App("int.mul", (ACC, num(2)), INT)
    goal = eq(twice, App("int.mul", (N, sub(N, 1)), INT))
    found = inferred(Assume(le(0, N), "given"), *START, loop, check("gauss", goal))
    assert found["assert|gauss|1"]


def element(of: Var, at: Expr) -> Expr:
    return select(select(DATA, of), at)


def length(of: Var) -> Expr:
    return select(LEN, of)


def over_list(*body: Stmt, post: tuple[Stmt, ...] = (), before: tuple[Stmt, ...] = ()) -> Function:
    """for i in range(len(xs)): body."""
    loop = count(lt(INDEX, length(XS)), *body)
    entry = (Assume(le(0, length(XS)), "length"), Assume(le(0, XS), "ref"), Assume(lt(XS, heap.ALLOC), "ref"))
    made = function(*START, *before, loop, *post, entry=entry)
    return Function(
        made.id,
        (XS,),
        (XS, LEN, DATA, heap.ALLOC),
        made.entry,
        made.body,
        (),
        (),
        RESULT,
        made.mro,
        None,
        made.raises_site,
    )


def proves(program: Function) -> dict[str, bool]:
    """By text."""
    return {
        item.site.text: plausible(item.sequent) and all(plausible(s) for s in item.lemmas)
        for item in infer(program).obligations
    }


K = Var("k", INT)


def test_the_maximum_is_inferred() -> None:
    item = element(XS, INDEX)
    largest = forall(K, num(0), length(XS), le(element(XS, K), ACC))
    strict = forall(K, num(0), length(XS), lt(element(XS, K), ACC))
    program = over_list(
        If(lt(ACC, item), (Assign(ACC, item),)), post=(check("max", largest), check("strict", strict))
    )
    found = proves(program)
    assert found["max"] and not found["strict"]
    assert found["loop at 1"]


def test_a_search_with_early_return_is_inferred() -> None:
    hit = If(eq(element(XS, INDEX), N), (Return(INDEX),))
    absent = forall(K, num(0), length(XS), no(eq(element(XS, K), N)))
    assert proves(over_list(hit, post=(check("absent", absent),)))["absent"]


def test_a_flag_is_inferred() -> None:
    hit = If(lt(element(XS, INDEX), 0), (Assign(B, TRUE),))
    none = forall(K, num(0), length(XS), le(0, element(XS, K)))
    exact = check("exact", eq(B, no(none)))
    assert proves(over_list(hit, before=(Assign(B, FALSE),), post=(exact,)))["exact"]


def append(value: Expr) -> tuple[Stmt, ...]:
    row = select(DATA, YS)
    return (
        Assign(DATA, store(DATA, YS, store(row, length(YS), value))),
        Assign(LEN, store(LEN, YS, add(length(YS), 1))),
    )


def new_list() -> tuple[Stmt, ...]:
    return (
        Assign(YS, heap.ALLOC),
        Assign(heap.ALLOC, add(heap.ALLOC, 1)),
        Assign(LEN, store(LEN, YS, num(0))),
    )


def test_a_map_over_a_list_is_inferred() -> None:
    made = forall(K, num(0), length(XS), eq(element(YS, K), add(element(XS, K), 1)))
    program = over_list(
        *append(add(element(XS, INDEX), 1)),
        before=new_list(),
        post=(
            check("map", made),
            check("length", eq(length(YS), length(XS))),
            check("empty", eq(length(YS), 0)),
        ),
    )
    found = proves(program)
    assert found["map"] and found["length"] and found["loop at 1"] and not found["empty"]


def test_a_filter_over_a_list_is_inferred() -> None:
    item = element(XS, INDEX)
    positive = forall(K, num(0), length(YS), lt(0, element(YS, K)))
    program = over_list(
        If(lt(0, item), append(item)),
        before=new_list(),
        post=(check("positive", positive), check("shorter", le(length(YS), length(XS)))),
    )
    found = proves(program)
    assert found["positive"] and found["shorter"]


def test_writing_in_place_is_inferred() -> None:
    before = Var("old", DATA.type)
    write = Assign(DATA, store(DATA, XS, store(select(DATA, XS), INDEX, num(0))))
    zero = forall(K, num(0), length(XS), eq(element(XS, K), 0))
    program = over_list(write, before=(Assign(before, DATA),), post=(check("zero", zero),))
    assert proves(program)["zero"]


def test_binary_search_is_inferred() -> None:
    low, high, mid = Var("low", INT), Var("high", INT), Var("mid", INT)
    middle = App("int.floordiv", (add(low, high), num(2)), INT)
    item = element(XS, mid)
    loop = Loop(
        "L1",
        3,
        (),
        lt(low, high),
        (Assign(mid, middle), If(lt(item, N), (Assign(low, add(mid, 1)),), (Assign(high, mid),))),
    )
    j = Var("j", INT)
    ordered = forall(K, num(0), length(XS), forall(j, num(0), K, le(element(XS, j), element(XS, K))))
    below = forall(K, num(0), low, lt(element(XS, K), N))
    above = forall(K, low, length(XS), le(N, element(XS, K)))
    made = function(
        Assign(low, num(0)),
        Assign(high, length(XS)),
        loop,
        check("below", below),
        check("above", above),
        entry=(Assume(le(0, length(XS)), "length"), Assume(ordered, "sorted")),
    )
    found = proves(made)
    assert found["below"] and found["above"] and found["loop at 1"]


def test_euclid_terminates() -> None:
    body = (Assign(ACC, App("int.mod", (X, Y), INT)), Assign(X, Y), Assign(Y, ACC))
    loop = Loop("L1", 3, (), no(eq(Y, 0)), body)
    assert inferred(Assume(le(0, Y), "given"), loop)["termination|loop at 1|1"]
    assert not inferred(Loop("L1", 3, (), no(eq(Y, 0)), (Havoc(Y),)))["termination|loop at 1|1"]


def test_reports_are_the_same_twice_and_capped() -> None:
    program = over_list(If(lt(ACC, element(XS, INDEX)), (Assign(ACC, element(XS, INDEX)),)))
    first, second = (generate(program).loops[0] for _ in range(2))
    assert first == second
    assert len(first.candidates) <= 60
