"""Types and contracts that make no sense: never proved, never refuted without a run, always told."""

from __future__ import annotations

from tests.bad_input.project import Project, assert_unharmed

CONTRADICTORY = '''
import icontract
import deal


def pep316(x: int) -> int:
    """
    pre: x > 0
    pre: x < 0
    post: __return__ == 12345
    """
    return 1 // 0


def asserts(x: int) -> int:
    assert x > 0
    assert x < 0
    y = x + 1
    assert y == 77
    return y


def nothing(x: int) -> int:
    """
    pre: False
    post: False
    """
    return x // 0


@icontract.require(lambda x: x > 0)
@icontract.require(lambda x: x < 0)
@icontract.ensure(lambda result: result == 5)
def with_icontract(x: int) -> int:
    return 1


@deal.pre(lambda x: x > 0)
@deal.pre(lambda x: x < 0)
@deal.post(lambda result: result == 5)
def with_deal(x: int) -> int:
    return 1
'''


def test_contradictory_contracts_are_vacuous_and_never_proved(project: Project) -> None:
    project.write("contradictory.py", CONTRADICTORY)
    done = project.check()
    assert done.code == 0
    for name in ("pep316", "asserts", "nothing", "with_icontract", "with_deal"):
        found = done.obligations(name)
        assert found and {o["verdict"] for o in found} == {"unknown"}, found
        assert any(o["reason"].startswith("vacuous") for o in found)
    assert_unharmed(done)


def test_postconditions_of_what_never_returns_are_vacuous(project: Project) -> None:
    project.write("never.py", '''
        def raises(x: int) -> int:
            """
            post: __return__ == 99
            """
            raise ValueError(x)


        def hangs(x: int) -> int:
            """
            post: __return__ == 99
            """
            while True:
                pass
        ''')
    done = project.check()
    assert done.post("raises")["verdict"] == done.post("hangs")["verdict"] == "unknown"
    assert done.post("raises")["reason"].startswith("vacuous")


def test_contracts_that_raise_or_cannot_be_read(project: Project) -> None:
    project.write("odd.py", '''
        import icontract

        def post_raises(x: int) -> int:
            """
            post: 1 // x > 0 or True
            """
            return x

        def pre_raises(x: int) -> int:
            """
            pre: 1 // x >= 0
            post: __return__ == x
            """
            return x

        def half_written(x: int) -> int:
            """
            post: __return__ ==
            post: nonsense(x) and undefined_name
            post: (lambda: (yield))()
            post: [
            """
            return x

        @icontract.ensure(lambda result: {}["k"])
        def key_error(x: int) -> int:
            return x
        ''')
    project.write("wrong_use.py", '''
        import icontract

        @icontract.require(lambda nosuch: nosuch > 0)
        def wrong_parameter(x: int) -> int:
            return x
        ''')
    project.write("not_callable.py", '''
        import icontract

        @icontract.ensure(5)
        def not_callable(x: int) -> int:
            return x
        ''')
    done = project.check()
    raised = done.post("post_raises")
    assert raised["verdict"] == "refuted" and "post_raises(0)" in raised["witness"]["call"]
    assert done.verdict("pre_raises") == "proved"  # where the condition itself raises, nothing is promised
    clauses = done.obligations("half_written", "post")
    assert len(clauses) == 4 and not {o["verdict"] for o in clauses} & {"proved", "refuted"}, clauses
    assert all(o["line"] and o["reason"] for o in clauses)
    assert done.post("key_error")["verdict"] == "refuted"
    for name in ("wrong_parameter", "not_callable"):
        assert not {o["verdict"] for o in done.obligations(name)} & {"proved", "refuted"}
    assert done.code == 1
    assert_unharmed(done)


RECURSIVE = '''
from __future__ import annotations
from dataclasses import dataclass
from typing import Optional, Union

Json = Union[int, str, list["Json"], dict[str, "Json"]]
Loop = list["Loop"]
Alias = "Alias"
There = "Back"
Back = "There"

@dataclass
class Node:
    value: int
    next: Optional["Node"] = None

class Self(list["Self"]):
    pass

def node(n: Node) -> int:
    """
    post: __return__ == n.value + 1
    """
    return n.value

def json(x: Json) -> int:
    """
    post: __return__ == 1
    """
    return 2

def loop(x: Loop) -> int:
    """
    post: __return__ == 1
    """
    return len(x)

def alias(x: Alias) -> int:
    """
    post: __return__ == 1
    """
    return 2

def there(x: There, y: list[Back]) -> int:
    return 2

def own(x: Self) -> int:
    """
    post: __return__ == 1
    """
    return 2
'''


def test_recursive_types(project: Project) -> None:
    project.write("recursive.py", RECURSIVE)
    project.write("upside.py", '''
        class Upside(Downside):
            def f(self, x: int) -> int:
                return self.g(x)

        class Downside(Upside):
            def g(self, x: int) -> int:
                return self.f(x)
        ''')
    done = project.check()
    assert done.post("node")["verdict"] == "refuted"
    for name in ("json", "loop", "alias", "own"):
        assert done.post(name)["verdict"] in ("refuted", "unknown"), name
    assert done.verdict("Upside.f") == "unknown"
    assert done.code == 1
    assert_unharmed(done)


ANNOTATED = '''
from __future__ import annotations

def missing(a, b):
    """
    post: __return__ == a + b + 1
    """
    return a + b

def default(a: int = "x") -> int:
    """
    post: __return__ == a + 1
    """
    return a + 1

def nowhere(a: Nope) -> int:
    """
    post: __return__ == 2
    """
    return 1

def half_string(a: "int[") -> int:
    """
    post: __return__ == 2
    """
    return 1

def empty_string(a: "") -> int:
    return a

def odd(a: 3, b: (1, 2), c: lambda: 1, d: [int], e: {}, f: ..., *g: "x y", **h: 1 + 1) -> 7:
    """
    post: __return__ == 2
    """
    return 1

def lie(a: int) -> str:
    return a

def escapes(a: "\\ud800", b: "in\\x74", c: "(" * 300 + "int") -> "in" "t":
    return b

def variable(a: int) -> int:
    b: str = a
    return b
'''


def test_missing_and_wrong_annotations(project: Project) -> None:
    project.write("annotated.py", ANNOTATED)
    done = project.check()
    assert done.code in (0, 1)
    assert done.verdict("missing") == "unknown"
    assert any(o["reason"].startswith("untyped") for o in done.obligations("missing"))
    assert {o["kind"] for o in done.obligations("default") if o["verdict"] == "refuted"} >= {"raises"}
    assert done.obligations("lie", "type")[0]["verdict"] == "refuted"
    for name in ("nowhere", "half_string", "odd", "empty_string"):
        assert not {o["verdict"] for o in done.obligations(name)} & {"proved", "refuted"}, name
    assert_unharmed(done)
