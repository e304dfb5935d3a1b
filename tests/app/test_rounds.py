"""With `--function`, only what the verdicts shown rest on is looked at besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.app.conftest import Project

PROGRAM = '''
def power(n: int) -> int:
    """
    pre: n >= 0
    post: __return__ >= 1
    """
    return 1 if n == 0 else 2 * power(n - 1)


def wrong(n: int) -> int:
    """
    pre: n >= 0
    post: __return__ >= 2
    """
    return 1 if n == 0 else 2 * wrong(n - 1)


def plus(n: int) -> int:
    return n + 1 // (n - n)


def good(n: int) -> int:
    """
    pre: n >= 0
    post: __return__ >= 1
    """
    return power(n)


def bad(n: int) -> int:
    """
    pre: n >= 0
    post: __return__ >= 2
    """
    return wrong(n)


def failing(n: int) -> int:
    """
    post: __return__ > n
    """
    return plus(n)
'''


def test_what_a_verdict_rests_on_is_looked_at_too(project: Project) -> None:
    project.write("m.py", PROGRAM)
    for name, lowered, verdict in (("good", 2, "proved"), ("bad", 2, "refuted"), ("failing", 1, "unknown")):
        result = project.check(functions=(name,), cache=False)
        post = next(o for o in result.obligations if o.kind == "post")
        assert [f.function for f in result.functions] == [name]
        assert (name, result.stats.lowered, post.verdict) == (name, lowered, verdict)
