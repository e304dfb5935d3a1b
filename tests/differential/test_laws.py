"""Every law broken on purpose, one at a time, is noticed by some differential case."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from tests.differential import mutants, test_formula
from tests.differential.case_modules import Case, cases
from tests.differential.generator import ModuleModel
from tests.differential.running import load
from tests.differential.typed_terms import SIGNATURES, Terms, literal
from verheal.contracts.core import evaluate as evaluation
from verheal.contracts.core import ops
from verheal.contracts.core.build import no, select
from verheal.contracts.core.expr import App, Expr
from verheal.contracts.core.types import BOOL, FLOAT, INT, STR, MapT, Type
from verheal.contracts.core.values import zero
from verheal.contracts.smt import operators

FORMULA_ONLY = ("int.neg",)
SHIFTED: dict[Type, str] = {
    BOOL: "(not {})",
    INT: "(+ 1 {})",
    STR: '(str.++ "x" {})',
    FLOAT: "(fp.add RNE (fp #b0 #b01111111111 #x0000000000000) {})",
}


@cache
def known() -> tuple[Case, ...]:
    """The cases, lowered once."""
    return tuple(cases())


def failures(made: tuple[Case, ...]) -> list[str]:
    return [failure for case in made for failure in case.failures(stop=True)]


def test_the_cases_agree_as_they_are() -> None:
    assert [failure for case in known() for failure in case.failures()] == []


def test_every_operator_has_a_mutant() -> None:
    broken = {*mutants.OPERATORS, *mutants.SPECIAL, *mutants.LAZY}
    assert {op.name for op in ops.OPS} - broken - {"union.make", "pure"} == set()


@pytest.mark.parametrize("name", sorted(mutants.OPERATORS.keys() - set(FORMULA_ONLY)))
def test_a_broken_operator_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = {**evaluation._operators(), name: mutants.OPERATORS[name]}
    monkeypatch.setattr(evaluation, "_operators", lambda: table)
    assert failures(known())


@pytest.mark.parametrize(
    ("table", "name"),
    [
        *(("SPECIAL", name) for name in mutants.SPECIAL),
        *(("LAZY", name) for name in mutants.LAZY),
    ],
)
def test_a_broken_special_operator_is_noticed(table: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(getattr(evaluation, table), name, getattr(mutants, table)[name])
    assert failures(known())


@pytest.mark.parametrize("law", mutants.LOWERING, ids=lambda law: law[0])
def test_a_broken_law_of_the_lowering_is_noticed(
    law: tuple[str, str, Callable[[Any], Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, place, patch = law
    real = pkgutil.resolve_name(_colon(place))
    replace_everywhere(place, real, patch(real), monkeypatch)
    assert failures(tuple(case.fresh() for case in known()))


def test_formulas_and_runs_of_the_cases_agree_as_they_are() -> None:
    assert [failure for case in known() for failure in case.formula_failures()] == []


@pytest.mark.parametrize("law", mutants.EXECUTOR, ids=lambda law: law[0])
def test_a_broken_law_of_the_obligations_is_noticed(
    law: tuple[str, str, Callable[[Any], Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, place, patch = law
    for case in known():
        case.lower_all()
    real = pkgutil.resolve_name(_colon(place))
    replace_everywhere(place, real, patch(real), monkeypatch)
    assert any(case.formula_failures() for case in known())


def _colon(place: str) -> str:
    """a.b.Class.name as a.b:Class.name."""
    words = place.split(".")
    at = next((i for i, word in enumerate(words) if word[0].isupper()), len(words) - 1)
    return ".".join(words[:at]) + ":" + ".".join(words[at:])


def replace_everywhere(place: str, real: object, made: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Patch a function where it is defined and in every module of its package that imported it."""
    package = pkgutil.resolve_name(".".join(place.split(".")[:3]))

    owner, _, name = place.rpartition(".")
    monkeypatch.setattr(
        pkgutil.resolve_name(_colon(owner))
        if owner[-1].isalpha() and _is_class(owner)
        else pkgutil.resolve_name(owner),
        name,
        made,
    )
    for info in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        module = pkgutil.resolve_name(info.name)
        if getattr(module, name, None) is real:
            monkeypatch.setattr(module, name, made)


def _is_class(place: str) -> bool:
    return place.rpartition(".")[2][0].isupper()


@pytest.mark.parametrize("name", FORMULA_ONLY)
def test_a_broken_operator_of_formulas_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = {**evaluation._operators(), name: mutants.OPERATORS[name]}
    monkeypatch.setattr(evaluation, "_operators", lambda: table)
    assert falsified(name)


@pytest.mark.parametrize("name", sorted({signature[0] for signature in SIGNATURES}))
def test_a_broken_printed_operator_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for table in (operators.OPERATORS, operators.LAWFUL):
        monkeypatch.setitem(table, name, wrong(name))
    assert falsified(name)


def test_a_wrong_closed_form_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dict comprehensions are assumed to keep the last value of a key; let them keep the first."""
    from tests.differential import direct
    from tests.differential.generator import FunctionModel
    from tests.differential.kinds import INT
    from tests.differential.proving import Checked
    from verheal.contracts.lowering import entries

    source = "def g0(p0: int):\n    return {x % 2: x + p0 for x in [1, 2, 3]}\n"
    one = FunctionModel("g0", (INT,), INT, source)

    def wrong_claims() -> list[str]:
        found = Checked()
        direct.check_run(found, load(ModuleModel(functions=[one])), one, 1)
        assert found.asked == 1
        return found.wrong

    assert wrong_claims() == []
    real = entries._place
    monkeypatch.setattr(
        entries,
        "_place",
        lambda f, a, b, key, n, m, beyond, why: real(f, a, b, key, n, m, lambda at, i: beyond(i, at), why),
    )
    assert len(wrong_claims()) == 1


def falsified(name: str) -> bool:
    """Does z3 deny one of the values that the evaluator gives to terms of the operator?"""
    terms = Terms(sum(map(ord, name)))
    signatures = [signature for signature in SIGNATURES if signature[0] == name]
    made = [terms.apply(*signature, 1) for signature in signatures for _ in range(25)]
    known, goals = test_formula.agreement(terms, [observed(term) for term in made])
    if name == "eq":
        # What is known of the variables is said by the broken operator too.
        known = ()
        goals = [term if evaluation.evaluate(term, terms.env) else no(term) for term in made]
    return any(test_formula.answer(known, [goal]) == "sat" for goal in goals)


def observed(term: Expr) -> Expr:
    """Constructors are seen through their readers: in an equation both sides would be built in the wrong way."""
    match term:
        case App("store", (_, key, _)):
            return select(term, key)
        case App("map.const", _, MapT(key=kind)):
            return select(term, literal(zero(kind), kind))
        case App("tuple.make", (_, *_)):
            return App("tuple.get", (term,), term.args[0].type, 0)
        case _:
            return term


def wrong(name: str) -> operators.Builder:
    """The negation, the value moved by one; of constructors that of other arguments."""
    real = operators.OPERATORS[name]

    def build(node: App, args: tuple[str, ...], sorts: Any) -> str:
        if node.type in SHIFTED:
            return SHIFTED[node.type].format(real(node, args, sorts))
        if name in ("store", "ite"):
            return args[2] if name == "ite" else args[0]
        shifted = (SHIFTED.get(arg.type, "{}").format(text) for arg, text in zip(node.args, args, strict=True))
        return real(node, tuple(shifted), sorts)

    return build
