"""deal: what is read, what is kept as unreadable, invariants, effects and inheritance."""

from __future__ import annotations

import pytest

from verheal.contracts.dialects.text import contract_of


def _clauses(decorator: str, signature: str = "x, y", body: str = "...") -> list[tuple[str, str | None]]:
    contract = contract_of(f"import deal\n{decorator}\ndef f({signature}): {body}", "f")
    return [(c.expression, c.opaque) for c in (*contract.requires, *contract.ensures)]


@pytest.mark.parametrize(
    ("decorator", "reason"),
    [
        ("@deal.pre(lambda x: x)", "deal passes 2 arguments and the validator takes 1"),
        ("@deal.pre(lambda y, x: x < y)", "the validator takes the parameters in another order"),
        ("@deal.pre(lambda *args: args[0])", "the validator uses `*args` or `**kwargs`"),
        ("@deal.pre(lambda x, z, w: x)", "the function has no parameter `w`"),
        ("@deal.pre(lambda a, b: all(a for x in b))", "`x` is bound again inside the condition"),
        ("@deal.pre(lambda _: _[0])", "`_` is used other than by its attributes and items"),
        ("@deal.pre(lambda _: _['z'])", "the function has no parameter `z`"),
        ("@deal.pre(lambda _: _.z)", "the function has no parameter `z`"),
        ("@deal.pre(lambda _: _.items)", "`_.items` is a method of the namespace, not a parameter"),
        (
            "@deal.post(lambda _: _ > 0)",
            "deal passes a namespace of the parameters as `_` here, not the result",
        ),
        ("@deal.post(lambda r: r > x)", "`x` is a name of the module here, not the parameter"),
        ("@deal.ensure(lambda x, y: x)", "deal passes `result`, which the validator does not take"),
        ("@deal.ensure(lambda result, x, y: x)", "`result` stands where deal passes an argument of the call"),
        ("@deal.pre(Schema)", "`Schema` is not defined in this module"),
        ("@deal.pre(build())", "`build()` is not a lambda or a function of this module"),
        ("@deal.pre(lambda x, y: (z := x) > y)", "the condition assigns a name (`:=`)"),
    ],
)
def test_unreadable_condition_is_kept_with_its_reason(decorator: str, reason: str) -> None:
    assert _clauses(decorator) == [("", reason)]


def test_defaults() -> None:
    assert _clauses("@deal.pre(lambda x, y=1: x > y)", "x, y=1") == [("x > y", None)]
    assert _clauses("@deal.pre(lambda x, y=2: x > y)", "x, y=1") == [
        ("", "`y` has another default in the validator")
    ]
    reason = "a call without `y` fails in the validator, which has no default for it"
    assert _clauses("@deal.pre(lambda x, y: x > y)", "x, y=1") == [("", reason)]
    assert _clauses("@deal.pre(lambda x, y, k=3: x > k)") == [("x > 3", None)]


def test_keyword_only_parameters() -> None:
    assert _clauses("@deal.pre(lambda a, *, k: a > k)", "x, *, k") == [("x > k", None)]
    reason = "deal passes `k`, which the validator does not take"
    assert _clauses("@deal.pre(lambda a: a > 0)", "x, *, k") == [("", reason)]
    assert _clauses("@deal.pre(lambda a, **_: a > 0)", "x, *, k") == [("x > 0", None)]


def test_fresh_name_for_the_result() -> None:
    contract = contract_of("import deal\n@deal.post(lambda r: r > 0)\ndef f(result): ...", "f")
    assert [(c.expression, c.result_name) for c in contract.ensures] == [("__return__ > 0", "__return__")]


def test_generator_is_checked_at_each_value() -> None:
    reason = "deal checks each yielded value, not the result"
    assert _clauses("@deal.post(lambda r: r > 0)", "x", "yield x") == [("", reason)]


def test_effects() -> None:
    contract = contract_of("import deal\n@deal.pure\ndef f(x): ...", "f")
    assert contract.pure and contract.raises is not None and contract.raises.exceptions == ()
    contract = contract_of("import deal\n@deal.has('io')\n@deal.safe()\ndef f(x): ...", "f")
    assert not contract.pure and contract.raises is not None and contract.raises.exceptions == ()
    contract = contract_of("import deal\n@deal.raises(*ERRORS)\ndef f(x): ...", "f")
    assert contract.raises is None and len(contract.problems) == 1
    assert contract_of("import deal\n@deal.dispatch\ndef f(x): ...", "f").problems


def test_reason_is_a_condition_on_the_exception() -> None:
    source = "import deal\n@deal.reason(ZeroDivisionError, lambda a, b: b == 0)\ndef f(x, y): return x / y"
    reasons = [(e.exception, e.expression, e.parameters) for e in contract_of(source, "f").exceptional]
    assert reasons == [("ZeroDivisionError", "y == 0", ("y",))]


_FAMILY = """
import deal

@deal.inv(lambda account: account.n >= 0)
@deal.inv(lambda _: _.n < 9)
@deal.inv(lambda a, b: a)
class Base:
    @deal.pre(lambda self, x: x > 10)
    @deal.post(lambda r: r > 0)
    def f(self, x): ...

class Child(Base):
    @deal.inherit
    @deal.pre(lambda self, y: y < 90)
    def f(self, y): ...

class Silent(Base):
    def f(self, x): ...
"""


def test_invariants_are_over_self() -> None:
    invariants = contract_of(_FAMILY, "Base.f").invariants_of_class
    assert [(c.expression, c.opaque) for c in invariants] == [
        ("", "an invariant takes one argument"),
        ("self.n < 9", None),
        ("self.n >= 0", None),
    ]


def test_inherit_conjoins_and_nothing_is_inherited_without_it() -> None:
    silent = contract_of(_FAMILY, "Silent.f")
    assert silent.requires == silent.ensures == ()
    same = contract_of(_FAMILY.replace("y: y <", "x: x <").replace("self, y", "self, x"), "Child.f")
    assert [(c.expression, c.origin) for c in same.requires] == [
        ("x < 90", "written"),
        ("x > 10", "inherited"),
    ]
    assert [c.expression for c in same.ensures] == ["result > 0"]


def test_unknown_libraries_are_no_contracts() -> None:
    source = "from ideal import pre\nimport deals\n@pre(lambda x: x)\n@deals.post(lambda r: r)\ndef f(x): ..."
    contract = contract_of(source, "f")
    assert contract.requires == contract.ensures == () and contract.problems == ()
