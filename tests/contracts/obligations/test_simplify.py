"""Every law of the smart constructors against the concrete meaning of the operators."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contracts.obligations.proving import B, C, X, Y, add, eq, le, lt, no, num, sub
from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import App, Binder, Const, Expr, Var, forall, integer, mapping
from verheal.contracts.core.maps import FiniteMap
from verheal.contracts.core.types import BOOL, FLOAT, INT, STR, MapT, TupleT, UnionT
from verheal.contracts.core.values import Tagged
from verheal.contracts.obligations.simplify import Terms

ROW = MapT(INT, INT)
PAIR = TupleT((INT, BOOL))
EITHER = UnionT((BOOL, INT))
M, P, U = Var("m", ROW), Var("p", PAIR), Var("u", EITHER)
F, S = Var("f", FLOAT), Var("s", STR)
K = Var("k", INT)


def ints(depth: int, bound: tuple[Var, ...] = ()) -> st.SearchStrategy[Expr]:
    leaves = st.one_of(st.integers(-3, 3).map(integer), st.sampled_from((X, Y, *bound)))
    if depth == 0:
        return leaves
    sub_ints, sub_bools = ints(depth - 1, bound), bools(depth - 1, bound)
    names = ("int.add", "int.sub", "int.mul", "int.floordiv", "int.mod")
    return st.one_of(
        leaves,
        st.tuples(st.sampled_from(names), sub_ints, sub_ints).map(lambda t: App(t[0], t[1:], INT)),
        sub_ints.map(lambda a: App("int.neg", (a,), INT)),
        sub_bools.map(lambda a: App("int.of_bool", (a,), INT)),
        st.tuples(sub_bools, sub_ints, sub_ints).map(lambda t: App("ite", t, INT)),
        st.tuples(rows(depth - 1, bound), sub_ints).map(lambda t: App("select", t, INT)),
        st.tuples(st.sampled_from(("seq.sum", "seq.min", "seq.max")), rows(depth - 1, bound), sub_ints).map(
            lambda t: App(t[0], t[1:], INT)
        ),
        pairs(depth - 1, bound).map(lambda a: App("tuple.get", (a,), INT, 0)),
        unions(depth - 1, bound).map(lambda a: App("union.get", (a,), INT, 1)),
    )


def bools(depth: int, bound: tuple[Var, ...] = ()) -> st.SearchStrategy[Expr]:
    leaves = st.one_of(st.booleans().map(lambda v: Const(v, BOOL)), st.sampled_from((B, C)))
    if depth == 0:
        return leaves
    sub_ints, sub_bools = ints(depth - 1, bound), bools(depth - 1, bound)
    same = [sub_ints, sub_bools, pairs(depth - 1, bound), unions(depth - 1, bound)]
    quantified = []
    if len(bound) < 2:
        var = Var("k" if not bound else "x", INT)
        inner = bools(depth - 1, (*bound, var))
        quantified.append(
            st.tuples(st.integers(-2, 2), st.integers(-2, 12), inner).map(
                lambda t: forall(var, num(t[0]), num(t[1]), t[2])
            )
        )
    return st.one_of(
        leaves,
        st.tuples(st.sampled_from(("int.lt", "int.le")), sub_ints, sub_ints).map(
            lambda t: App(t[0], t[1:], BOOL)
        ),
        *(st.tuples(kind, kind).map(lambda t: App("eq", t, BOOL)) for kind in same),
        sub_bools.map(lambda a: App("not", (a,), BOOL)),
        st.tuples(sub_bools, sub_bools).map(lambda t: App("implies", t, BOOL)),
        st.tuples(st.sampled_from(("and", "or")), st.lists(sub_bools, max_size=3)).map(
            lambda t: App(t[0], tuple(t[1]), BOOL)
        ),
        st.tuples(sub_bools, sub_bools, sub_bools).map(lambda t: App("ite", t, BOOL)),
        st.tuples(unions(depth - 1, bound), st.integers(0, 1)).map(
            lambda t: App("union.is", (t[0],), BOOL, t[1])
        ),
        pairs(depth - 1, bound).map(lambda a: App("tuple.get", (a,), BOOL, 1)),
        *quantified,
    )


def rows(depth: int, bound: tuple[Var, ...] = ()) -> st.SearchStrategy[Expr]:
    if depth == 0:
        return st.just(M)
    inner = rows(depth - 1, bound)
    options = [
        inner,
        st.tuples(inner, ints(depth - 1, bound), ints(depth - 1, bound)).map(lambda t: App("store", t, ROW)),
        st.tuples(bools(depth - 1, bound), inner, inner).map(lambda t: App("ite", t, ROW)),
        ints(depth - 1, bound).map(lambda a: App("map.const", (a,), ROW)),
    ]
    if len(bound) < 2:
        var = Var("k" if not bound else "y", INT)
        options.append(ints(depth - 1, (*bound, var)).map(lambda body: mapping(var, body)))
    return st.one_of(*options)


def pairs(depth: int, bound: tuple[Var, ...] = ()) -> st.SearchStrategy[Expr]:
    if depth == 0:
        return st.just(P)
    made = st.tuples(ints(depth - 1, bound), bools(depth - 1, bound)).map(
        lambda t: App("tuple.make", t, PAIR)
    )
    chosen = st.tuples(bools(depth - 1, bound), made, st.one_of(made, st.just(P)))
    return st.one_of(st.just(P), made, chosen.map(lambda t: App("ite", t, PAIR)))


def unions(depth: int, bound: tuple[Var, ...] = ()) -> st.SearchStrategy[Expr]:
    if depth == 0:
        return st.just(U)
    first = bools(depth - 1, bound).map(lambda a: App("union.make", (a,), EITHER, 0))
    second = ints(depth - 1, bound).map(lambda a: App("union.make", (a,), EITHER, 1))
    made = st.one_of(first, second)
    chosen = st.tuples(bools(depth - 1, bound), made, st.one_of(made, st.just(U)))
    return st.one_of(st.just(U), made, chosen.map(lambda t: App("ite", t, EITHER)))


environments = st.fixed_dictionaries(
    {
        "x": st.integers(-4, 4),
        "y": st.integers(-4, 4),
        "b": st.booleans(),
        "c": st.booleans(),
        "m": st.dictionaries(st.integers(-3, 3), st.integers(-3, 3)).map(lambda d: FiniteMap(0, d)),
        "p": st.tuples(st.integers(-3, 3), st.booleans()),
        "u": st.one_of(
            st.booleans().map(lambda v: Tagged(0, v)), st.integers(-3, 3).map(lambda v: Tagged(1, v))
        ),
    }
)


def simplified(term: Expr) -> Expr:
    terms = Terms()
    return terms.rewrite(term, terms.intern)


@settings(max_examples=600, deadline=None)
@given(ints(3), environments)
def test_numbers_keep_their_value(term: Expr, env: dict[str, object]) -> None:
    assert evaluate(simplified(term), env) == evaluate(term, env)


@settings(max_examples=600, deadline=None)
@given(bools(3), environments)
def test_truth_is_kept(term: Expr, env: dict[str, object]) -> None:
    assert evaluate(simplified(term), env) is evaluate(term, env)


@settings(max_examples=300, deadline=None)
@given(bools(3), ints(2), environments)
def test_substitution_is_evaluation_in_a_changed_environment(
    term: Expr, value: Expr, env: dict[str, object]
) -> None:
    """Captures nothing: the bound variables of `term` bear the names of its free ones."""
    terms = Terms()
    interned = terms.rewrite(value, terms.intern)
    replaced = terms.rewrite(term, lambda var: interned if var == X else terms.intern(var))
    assert evaluate(replaced, env) is evaluate(term, {**env, "x": evaluate(value, env)})


floats = st.floats(allow_nan=True, allow_infinity=True)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(("float.add", "float.sub", "float.mul", "float.div")), floats, floats)
def test_double_literals_fold_as_ieee_says(op: str, a: float, b: float) -> None:
    term = App(op, (Const(a, FLOAT), Const(b, FLOAT)), FLOAT)
    folded = simplified(term)
    assert isinstance(folded, Const) and repr(folded.value) == repr(evaluate(term, {}))


def test_equality_of_doubles_is_left_alone() -> None:
    ieee = App("float.eq", (F, F), BOOL)
    assert simplified(ieee) == ieee
    assert simplified(App("eq", (Const(0.0, FLOAT), Const(-0.0, FLOAT)), BOOL)) == Const(False, BOOL)
    keyed = MapT(FLOAT, INT)
    table = App("store", (Var("t", keyed), Const(0.0, FLOAT), num(1)), keyed)
    read = App("select", (table, Const(-0.0, FLOAT)), INT)
    assert simplified(read) == read


def test_laws_fire() -> None:
    read = App("select", (App("store", (M, add(X, 1), num(7)), ROW), add(X, 2)), INT)
    assert simplified(read) == App("select", (M, add(X, 2)), INT)
    assert simplified(App("select", (App("store", (M, X, num(7)), ROW), X), INT)) == num(7)
    beta = App("select", (mapping(K, add(K, X)), num(3)), INT)
    assert simplified(beta) == add(X, 3)
    assert simplified(sub(add(X, 3), add(X, 1))) == num(2)
    assert simplified(lt(add(X, 1), add(X, 2))) == Const(True, BOOL)
    assert simplified(no(lt(X, Y))) == le(Y, X)
    assert simplified(eq(add(X, 1), 3)) == eq(X, 2)
    assert simplified(App("and", (B, no(B)), BOOL)) == Const(False, BOOL)
    assert simplified(App("ite", (B, X, X), INT)) == X
    assert simplified(App("str.concat", (Const("a", STR), Const("b", STR)), STR)) == Const("ab", STR)
    assert simplified(App("str.concat", (S, Const("", STR)), STR)) == App(
        "str.concat", (S, Const("", STR)), STR
    )


def test_alpha_equal_terms_are_one_object() -> None:
    terms = Terms()
    left = terms.rewrite(forall(K, num(0), X, lt(K, Y)), terms.intern)
    right = terms.rewrite(forall(Var("j", INT), num(0), X, lt(Var("j", INT), Y)), terms.intern)
    assert left is right


def test_a_range_decides_what_it_says_of_its_variable() -> None:
    index = App("ite", (lt(K, 0), add(K, Y), K), INT)
    read = App("select", (M, index), INT)
    guarded = App("implies", (App("and", (le(0, index), lt(index, Y)), BOOL), lt(read, 3)), BOOL)
    clamped = App("ite", (lt(0, Y), Y, num(0)), INT)
    plain = simplified(forall(K, num(0), Y, lt(App("select", (M, K), INT), 3)))
    assert simplified(forall(K, num(0), clamped, guarded)) == plain
    assert simplified(forall(K, num(1), Y, guarded)) != plain
    assert simplified(forall(K, num(-1), Y, le(0, K))) != Const(True, BOOL)
    assert simplified(forall(K, num(0), Y, lt(K, sub(Y, 1)))) != Const(True, BOOL)
    shifted = forall(K, num(0), X, forall(Y, num(0), sub(X, K), lt(add(K, Y), X)))
    assert simplified(shifted) == Const(True, BOOL)
    assert simplified(forall(K, X, Y, B)) == simplified(App("implies", (lt(X, Y), B), BOOL))


def test_huge_numbers_are_not_computed() -> None:
    term: Expr = num(10)
    for _ in range(40):
        term = App("int.mul", (term, term), INT)
    assert not isinstance(simplified(term), Const)


def test_deep_terms_need_no_recursion() -> None:
    term: Expr = X
    for number in range(20_000):
        term = App("int.mul", (term, Y if number % 2 else X), INT)
    assert simplified(term) is not None


def test_a_binder_keeps_its_kind() -> None:
    body = simplified(forall(K, num(0), X, forall(Y, num(0), K, eq(add(Y, Y), K))))
    assert isinstance(body, Binder) and isinstance(body.body, Binder)
    assert body.var != body.body.var
