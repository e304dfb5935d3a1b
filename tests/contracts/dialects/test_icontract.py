"""icontract: what is read, what is kept as unreadable, and inheritance through DBC."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from verheal.contracts.dialects.text import contract_of


def _requires(decorators: str, signature: str = "x, y") -> tuple[str, str | None]:
    source = (
        f"from icontract import require, ensure, snapshot, invariant\n{decorators}\ndef f({signature}): ..."
    )
    clause = contract_of(source, "f").requires[0]
    return clause.expression, clause.opaque


@pytest.mark.parametrize(
    ("decorator", "reason"),
    [
        ("@require(lambda *args: args)", "the condition takes `*args` or `**kwargs`"),
        ("@require(lambda _ARGS: len(_ARGS) == 2)", "`_ARGS` is the call as written, not its parameters"),
        ("@require(lambda z: z)", "the function has no parameter `z`"),
        ("@require(lambda x, z=[]: x in z)", "the function has no parameter `z`"),
        ("@require(lambda x: x < y)", "`y` is a name of the module here, not the parameter"),
        ("@require(lambda x: (n := x) > n - 1)", "the condition assigns a name (`:=`)"),
        ("@require(unknown)", "`unknown` is not defined in this module"),
        ("@require(partial(max, 3))", "`partial(max, 3)` is not a lambda or a function of this module"),
        ("@require()", "no condition is given"),
        ("def g(x):\n    x += 1\n    return x\n@require(g)", "`g` is more than one `return`"),
        ("def g(x): return x\ndef g(x): return not x\n@require(g)", "`g` is bound more than once"),
        ("@cached\ndef g(x): return x\n@require(g)", "`g` is decorated"),
        ("async def g(x): return x\n@require(g)", "`g` is not a lambda or a plain function"),
        ("class g: ...\n@require(g)", "`g` is not a lambda or a plain function"),
    ],
)
def test_unreadable_condition_is_kept_with_its_reason(decorator: str, reason: str) -> None:
    assert _requires(decorator) == ("", reason)


def test_calls_of_unknown_functions_stay_in_the_expression() -> None:
    assert _requires("@require(lambda x: is_prime(x) and x.ready())") == ("is_prime(x) and x.ready()", None)


def test_the_place_is_the_decorator() -> None:
    source = "import icontract\n\n@icontract.require(\n    lambda x: x,\n    'why',\n)\ndef f(x): ..."
    clause = contract_of(source, "f").requires[0]
    assert (clause.line, clause.end_line, clause.path_hint, clause.dialect) == (3, 6, "f", "icontract")


def test_flag_makes_the_run_time_check_uncertain() -> None:
    source = "import icontract\n@icontract.require(lambda x: x, enabled=icontract.SLOW)\ndef f(x): ..."
    clause = contract_of(source, "f").requires[0]
    assert (clause.enabled, clause.checked_by_cpython) == ("icontract.SLOW", False)
    source = "import icontract\n@icontract.require(lambda x: x, enabled=__debug__)\ndef f(x): ..."
    clause = contract_of(source, "f").requires[0]
    assert (clause.enabled, clause.checked_by_cpython) == (None, True)


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        ("lambda OLD: OLD.ys", "`OLD.ys`: there is no such snapshot"),
        ("lambda OLD: f(OLD)", "`OLD` is used other than by its attributes"),
        ("lambda OLD: OLD.bad", "`OLD.bad`: `copy` is not defined in this module"),
    ],
)
def test_unreadable_old_values(condition: str, reason: str) -> None:
    source = (
        "from icontract import ensure, snapshot\n@snapshot(copy, name='bad')\n@snapshot(lambda xs: xs[:])\n"
        f"@ensure({condition})\ndef f(xs): ..."
    )
    contract = contract_of(source, "f")
    assert [c.opaque for c in contract.ensures] == [reason]
    assert any("snapshot(copy" in p.message for p in contract.problems)


def test_a_name_that_looks_like_a_contract_is_none() -> None:
    source = (
        "from flask import require\nimport web\n"
        "@require(lambda x: x > 0)\n@web.ensure(lambda x: x)\ndef f(x): ..."
    )
    contract = contract_of(source, "f")
    assert contract.requires == contract.ensures == ()
    source = "def require(c): return lambda f: f\n@require(lambda x: x > 0)\ndef f(x): ..."
    assert contract_of(source, "f").requires == ()


_FAMILY = """
import icontract

@icontract.invariant(lambda self: self.n >= 0)
class Base(icontract.DBC):
    def __init__(self): ...

    @icontract.require(lambda x: x > 10)
    @icontract.require(lambda x: x < 90)
    @icontract.ensure(lambda result: result > 0)
    def f(self, x): ...

    def g(self): ...

@icontract.invariant(lambda self: self.n < 9, check_on=icontract.InvariantCheckEvent.ALL)
class Child(Base):
    @icontract.require(lambda x: x == 0)
    @icontract.ensure(lambda result: result < 99)
    def f(self, x): ...

    @icontract.require(lambda self: self.n)
    def g(self): ...

    def _private(self): ...

    @staticmethod
    def s(): ...

    def __init__(self): ...

class Plain:
    @icontract.require(lambda x: x > 10)
    def f(self, x): ...

class OfPlain(Plain):
    def f(self, x): ...
"""


def test_precondition_of_an_override_is_weakened() -> None:
    contract = contract_of(_FAMILY, "Child.f")
    assert [c.expression for c in contract.requires] == ["((x < 90) and (x > 10)) or (x == 0)"]
    assert contract.requires[0].checked_by_cpython


def test_postconditions_and_invariants_add_up() -> None:
    contract = contract_of(_FAMILY, "Child.f")
    assert [(c.expression, c.origin) for c in contract.ensures] == [
        ("result > 0", "inherited"),
        ("result < 99", "written"),
    ]
    assert [(c.expression, c.origin, c.path_hint) for c in contract.invariants_of_class] == [
        ("self.n >= 0", "inherited", "Base"),
        ("self.n < 9", "written", "Child"),
    ]


def test_strengthening_is_a_problem() -> None:
    messages = [p.message for p in contract_of(_FAMILY, "Child.g").problems]
    assert messages == [
        "the overridden method accepts everything, so this precondition is refused by icontract"
    ]


@pytest.mark.parametrize("name", ["_private", "s"])
def test_methods_without_invariants(name: str) -> None:
    assert contract_of(_FAMILY, f"Child.{name}").invariants_of_class == ()


def test_without_dbc_nothing_is_inherited() -> None:
    assert contract_of(_FAMILY, "OfPlain.f").requires == ()


def test_private_names_and_accessors() -> None:
    source = """
import icontract
class Base(icontract.DBC):
    @icontract.require(lambda self: self.__n)
    def f(self): ...

    @property
    @icontract.ensure(lambda result: result > 0)
    def p(self): ...

    @p.setter
    @icontract.require(lambda value: value > 0)
    def p(self, value): ...

class Child(Base):
    def f(self): ...

    @property
    def p(self): ...
"""
    assert [c.expression for c in contract_of(source, "Base.f").requires] == ["self.__n"]
    child = contract_of(source, "Child.f")
    assert [c.opaque for c in child.requires] == ["a private name belongs to the ancestor's class"]
    getter = contract_of(source, "Child.p")
    assert getter.requires == () and [c.expression for c in getter.ensures] == ["result > 0"]


def test_override_with_other_parameters_cannot_be_read() -> None:
    source = _FAMILY + "\nclass Other(Base):\n    def f(self, value): ...\n"
    contract = contract_of(source, "Other.f")
    assert {c.opaque for c in contract.requires} == {"the override has no parameter `x`"}


def test_weakened_precondition_agrees_with_the_library(tmp_path: Path) -> None:
    body = (
        _FAMILY.replace("...", "return 5")
        .replace("self): return 5", "self): self.n = 1")
        .split("class Plain")[0]
    )
    body = body.replace("    @icontract.require(lambda self: self.n)\n", "")
    path = tmp_path / "family.py"
    path.write_text(body)
    spec = importlib.util.spec_from_file_location("family", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    expression = contract_of(_FAMILY, "Child.f").requires[0].expression
    for x in (0, 1, 10, 11, 50, 90, 91):
        try:
            module.Child().f(x)
            accepted = True
        except AssertionError:
            accepted = False
        assert accepted == eval(expression, {"x": x}), x
