"""A docstring that says in words what inputs have to be: what fails outside of all clauses may be the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.app.conftest import Project

PROGRAM = '''
def first(xs: list[int]) -> int:
    """The first one; xs must not be empty."""
    return xs[0]


def second(xs: list[int]) -> int:
    """The second one.

    pre: len(xs) > 0
    """
    return xs[1]


def third(xs: list[int]) -> int:
    """The third one of a list that must be long enough.

    post: __return__ > 0
    """
    return xs[2] if len(xs) > 2 else 0


def fourth(xs: list[int]) -> int:
    """The fourth one."""
    return xs[3]
'''


def test_words_excuse_what_no_clause_speaks_of(project: Project) -> None:
    project.write("m.py", PROGRAM)
    result = project.check(cache=False)
    found = {function.function: function.verdict for function in result.functions}
    assert found == {"first": found["first"], "second": "refuted", "third": "refuted", "fourth": "refuted"}
    assert found["first"] != "refuted"
    index = next(o for o in result.obligations if o.function == "first" and o.kind == "safety:IndexError")
    assert index.verdict == "unknown" and index.reason is not None
    assert index.reason.startswith("opaque-clause") and "xs must not be empty" in index.reason
