"""In a call that does something not modelled none of its failures can be excluded."""

from __future__ import annotations

from verheal.contracts.lowering.function import lower_function
from verheal.contracts.lowering.program import Program
from verheal.contracts.source.reader import SourceText
from verheal.contracts.source.repository import assemble
from verheal.contracts.source.scan import scan

CODE = """
def known(n: int) -> int:
    return 10 // (abs(n) + 1)

def opaque(n: int) -> int:
    elsewhere.get(n)
    return 10 // (abs(n) + 1)

def f(n: int) -> int:
    return known(n) + opaque(n)
"""


def test_a_failure_of_a_call_needs_all_of_the_call_to_be_modelled() -> None:
    repository = assemble([scan(SourceText("m.py", CODE, "utf-8", ""), "m", False, "", False)])
    found = lower_function(Program(repository), "m", "f").function.sites
    needs = {site.text: site.needs for site in found if site.kind == "safety:ZeroDivisionError"}
    assert needs == {"known(n)": "", "opaque(n)": "reads elsewhere, which is not modelled, line 6"}
