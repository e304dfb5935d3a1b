"""Places in code that was lowered, not understood and thrown away, and raises that a contract does not name."""

from __future__ import annotations

from tests.relational.sides import program_of
from verheal.contracts.core.expr import TRUE
from verheal.contracts.lowering.function import lower_function
from verheal.contracts.obligations.generate import generate

SORTED = """
def other(k: int) -> object:
    return input()

def f(xs: list[int], d: dict[int, int]) -> None:
    xs.sort(key=lambda k: {key})
"""


def kinds(key: str) -> set[str]:
    lowered = lower_function(program_of(SORTED.format(key=key)), "m", "f")
    return {site.kind for site in lowered.function.sites}


def test_nothing_is_claimed_where_nothing_was_kept() -> None:
    assert "safety:KeyError" not in kinds("other(d[k])")
    assert "safety:KeyError" in kinds("d[k]")


RAISES = '''
def f(n: int) -> int:
    """
    raises: ValueError
    """
    if n == 0:
        raise {name}
    return 0
'''


def test_a_raise_that_the_contract_does_not_name_is_claimed_where_it_stands() -> None:
    for name, claimed in (("KeyError", True), ("ValueError", False)):
        lowered = lower_function(program_of(RAISES.format(name=name)), "m", "f")
        made = generate(lowered.function)
        (one,) = [o for o in made.obligations if o.site.text == f"raise {name}"]
        assert (one.sequent.goal != TRUE) is claimed
