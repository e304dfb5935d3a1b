"""Loop invariants as Python: what is printed may be pasted, and holds in every round."""

from __future__ import annotations

import ast
import json
import random
from typing import TYPE_CHECKING

import jsonschema

from verheal.report import json as report_json
from verheal.report.excerpt import source_reader
from verheal.report.model import CheckResult, SuggestionResult
from verheal.report.schemas import schema_text
from verheal.report.style import Style
from verheal.report.suggested import suggested

if TYPE_CHECKING:
    from tests.app.conftest import Project

SOURCE = '''
def square(n: int) -> int:
    """
    pre: n >= 0
    post: _ == n * n
    """
    total = 0
    for i in range(1, n + 1):
        total += 2 * i - 1
    return total


def added(xs: list[int]) -> int:
    """
    post: _ == sum(xs)
    """
    s = 0
    i = 0
    while i < len(xs):
        s += xs[i]
        i += 1
    return s


def zeros(xs: list[int]) -> None:
    """
    post: all(x == 0 for x in xs)
    """
    for at in range(len(xs)):
        xs[at] = 0


def late(xs: list[int], n: int) -> int:
    if xs:
        most = 0
    for x in xs:
        most = 1
    len = abs
    while n > 100:
        most = 2
        n -= len(1)
    return 0


class Jar:
    def __init__(self) -> None:
        self.held = 0

    def put(self, n: int) -> None:
        """
        pre: n >= 0
        """
        k = n
        while k > 0:
            self.held += 1
            k -= 1
'''
INPUTS = {
    "square": lambda dice: f"square({dice.randrange(9)})",
    "added": lambda dice: f"added({[dice.randrange(-5, 5) for _ in range(dice.randrange(5))]})",
    "zeros": lambda dice: f"zeros({[dice.randrange(-5, 5) for _ in range(dice.randrange(5))]})",
    "late": lambda dice: f"late({[1] * dice.randrange(2)}, {dice.randrange(103)})",
    "Jar.put": lambda dice: f"Jar().put({dice.randrange(9)})",
}


def pasted(source: str, result: CheckResult) -> str:
    """The source with every suggestion at the head of its loop."""
    texts = {one.line: one.texts for one in result.suggestions}
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.While) and node.lineno in texts:
            node.body[:0] = [ast.parse(f"assert {text}").body[0] for text in texts[node.lineno]]
    return ast.unparse(ast.fix_missing_locations(tree))


def test_what_is_suggested_holds_where_it_is_pasted(project: Project) -> None:
    project.write("m.py", SOURCE)
    result = project.check(suggests=True)
    found = {one.function: one.texts for one in result.suggestions}
    assert "s == sum(xs[:i])" in found["added"]
    assert any("xs[k] == 0" in text for text in found["zeros"])
    assert any("(i - 1) * (i - 1)" in text for text in found["square"])
    dice = random.Random(1)
    scope: dict[str, object] = {}
    exec(pasted(SOURCE, result), scope)
    for _ in range(60):
        for make in INPUTS.values():
            eval(make(dice), scope)
    document = json.loads(report_json.render(result, 0))
    jsonschema.Draft202012Validator(json.loads(schema_text("check"))).validate(document)
    assert document["suggestions"][0]["texts"]


def test_nothing_is_suggested_unless_asked_for_and_the_cache_keeps_it(project: Project) -> None:
    project.write("m.py", SOURCE)
    first = project.check(functions=("added",), suggests=True)
    assert first.suggestions and project.check(functions=("added",)).suggestions == ()
    project.write("m.py", f"\n\n{SOURCE}")
    moved = project.check(functions=("added",), suggests=True)
    assert [one.line for one in moved.suggestions] == [one.line + 2 for one in first.suggestions]


def test_lines_stand_as_far_in_as_the_loop_and_the_rest_is_counted(project: Project) -> None:
    path = str(project.write("m.py", SOURCE))
    line = SOURCE.splitlines().index("        while k > 0:") + 1
    result = CheckResult({}, suggestions=(SuggestionResult(path, "Jar.put", line, ("0 <= k",), 2),))
    lines = list(suggested(result, Style(), source_reader()))
    assert lines[1] == "            assert 0 <= k"
    assert lines[2] == "  = 2 invariants left out: not said in one short line of Python"
