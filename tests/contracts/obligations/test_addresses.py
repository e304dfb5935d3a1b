"""Addresses in use on entry are apart from those allocated since, and only these."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import App, Var, integer
from verheal.contracts.core.heap import ALLOC
from verheal.contracts.core.types import BOOL, INT
from verheal.contracts.lowering.function import lower_function
from verheal.contracts.lowering.program import Program
from verheal.contracts.obligations.generate import generate
from verheal.contracts.obligations.simplify import Terms
from verheal.contracts.source.repository import assemble
from verheal.contracts.source.scan import scan_text

OLD, OTHER = Var("xs", INT), Var("other", INT)


@given(st.integers(0, 5), st.integers(1, 4), st.integers(-3, 3), st.integers(-3, 3))
def test_an_older_address_is_none_that_was_allocated(old: int, above: int, m: int, n: int) -> None:
    terms = Terms()
    terms.older = frozenset((terms.intern(OLD),))
    sides = (App("int.add", (OLD, integer(m)), INT), App("int.add", (ALLOC, integer(n)), INT))
    env = {"xs": old, "alloc": old + above}
    for pair in (sides, sides[::-1]):
        claim = App("eq", pair, BOOL)
        assert evaluate(terms.rewrite(claim, terms.intern), env) == evaluate(claim, env)


def test_of_other_addresses_nothing_is_known() -> None:
    terms = Terms()
    terms.older = frozenset((terms.intern(OLD),))
    assert terms.eq(terms.intern(OTHER), terms.intern(ALLOC)) is not terms.false
    below = terms.make("int.add", (terms.intern(ALLOC), terms.number(-1)), INT)
    assert terms.eq(terms.intern(OLD), below) is not terms.false
    assert terms.eq(terms.intern(OLD), terms.intern(ALLOC)) is terms.false


def test_what_the_law_rests_on_stays_an_assumption() -> None:
    lines = ("def f(xs: list[int]) -> None:", "copy = list(xs)", "copy.append(1)", "assert xs[0] == copy[0]")
    text = "\n    ".join(lines) + "\n"
    program = Program(assemble([scan_text(text, "s.py", "s")]))
    found = generate(lower_function(program, "s", "f").function)
    (claim,) = (o for o in found.obligations if o.site.kind == "assert")
    facts = [part for fact in claim.sequent.assumptions for part in (fact, *getattr(fact, "args", ()))]
    below = [part.args for part in facts if isinstance(part, App) and part.op == "int.lt"]
    assert any(isinstance(one, Var) and one.name == "xs" and bound == ALLOC for one, bound in below)
