"""PEP 316 docstrings: read as CrossHair reads them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from verheal.contracts.dialects.text import contract_of


def _post(line: str, signature: str = "xs, x") -> list[tuple[str, str | None]]:
    source = f'def f({signature}):\n    r"""\n    {line}\n    """\n'
    return [(c.expression, c.opaque) for c in contract_of(source, "f").ensures]


@pytest.mark.parametrize(
    ("line", "expression"),
    [
        ("post: __return__ > x", "__return__ > x"),
        ("post: _ > x", "__return__ > x"),
        (":post: _ in xs  # in it", "__return__ in xs"),
        ("post:: True", "True"),
        ("post: implies(_, xs[0])", "xs[0] if __return__ else True"),
        ("post: sum(1 for _ in xs) == _", "sum((1 for _ in xs)) == __return__"),
        ("post[]: xs == __old__.xs", "xs == __old__.xs"),
    ],
)
def test_postconditions(line: str, expression: str) -> None:
    assert _post(line) == [(expression, None)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("post: it is very good", "not a Python expression"),
        ("post: __old__ == 1", "`__old__` is used other than by its attributes"),
        ("post: __old__.ys == 1", "the function has no parameter `ys`"),
        ("post: (n := _) > 1", "the condition assigns a name (`:=`)"),
        (r'post: "\n" not in _', "a backslash in a docstring may be an escape of it or of the condition"),
        ("post: self.__n > 1", "a private name is not mangled in a docstring"),
    ],
)
def test_unreadable_condition_is_kept_with_its_reason(line: str, reason: str) -> None:
    assert _post(line) == [("", reason)]


@pytest.mark.parametrize(
    "text", ["(" * 1000 + "x" + ")" * 1000, "not " * 9000 + "x", "x \0 y", "+".join("x" * 9000)]
)
def test_hostile_conditions_are_kept(text: str) -> None:
    clauses = contract_of(f"def f(x):\n    {'pre: ' + text!r}\n", "f").requires
    assert len(clauses) == 1 and clauses[0].opaque is not None


def test_preconditions_know_no_result() -> None:
    contract = contract_of('def f(x):\n    """pre: __return__ > x"""\n', "f")
    assert [c.opaque for c in contract.requires] == ["`__return__` has no value here"]


def test_blocks_lines_and_continuations() -> None:
    source = '''def f(xs, x):
    """Text.

    pre:
        x > 0
        # a remark
        (len(xs) > 1 and
         xs[0] == x)
    post[xs, x.y]: True

    pre: prose that comes later
    """
'''
    contract = contract_of(source, "f")
    assert [(c.expression, c.line, c.end_line) for c in contract.requires[:2]] == [
        ("x > 0", 5, 5),
        ("len(xs) > 1 and xs[0] == x", 7, 8),
    ]
    assert contract.requires[2].opaque is not None and contract.requires[2].line == 11
    assert contract.modifies == ("xs", "x")


def test_not_checked_by_cpython_and_copied() -> None:
    clause = contract_of('def f(xs):\n    """post: __old__.xs == xs"""\n', "f").ensures[0]
    assert (clause.checked_by_cpython, clause.raises_on_failure, clause.old_copies) == (False, "", True)
    assert (clause.old, clause.parameters) == ((("__old__.xs", "xs"),), ("xs",))


def test_raises() -> None:
    source = 'def f(x):\n    """D.\n\n    :raises KeyError: when lost\n    raises: ValueError, m.E\n    """\n'
    contract = contract_of(source, "f")
    assert contract.raises is not None and contract.raises.exceptions == ("ValueError", "m.E")
    assert [e.exception for e in contract.exceptional] == ["ValueError", "m.E", "KeyError"]
    prose = contract_of('def f(x):\n    """raises: an error, sometimes"""\n', "f")
    assert [p.message for p in prose.problems] == ["raises: `an error` is not the name of an exception"]


@pytest.mark.parametrize(
    "text", ["Post: x", "The post: x", "postcondition: x", "prepare: x", "x.pre: y", "pre x:"]
)
def test_prose_is_no_contract(text: str) -> None:
    contract = contract_of(f'def f(x):\n    """{text}"""\n', "f")
    assert contract.requires == contract.ensures == ()


_FAMILY = '''
class Base:
    """Base.

    inv: self.n >= 0
    """

    def f(self, x):
        """
        pre: x > 1
        post: _ > 1
        """

class Child(Base):
    """inv: self.n < 9"""

    def f(self, x):
        """post: _ > 2"""

    def _hidden(self): ...
'''


def test_inheritance() -> None:
    contract = contract_of(_FAMILY, "Child.f")
    assert [(c.expression, c.origin) for c in contract.requires] == [("x > 1", "inherited")]
    assert [(c.expression, c.origin) for c in contract.ensures] == [
        ("__return__ > 1", "inherited"),
        ("__return__ > 2", "written"),
    ]
    assert [c.expression for c in contract.invariants_of_class] == ["self.n >= 0", "self.n < 9"]
    assert contract_of(_FAMILY, "Child._hidden").invariants_of_class == ()


_DOCUMENTED = '''
def f(xs: list, x: int) -> int:
    """Text: with a colon.

    pre: x > 0
    :pre: x < 9
    pre:
        len(xs) > 1
        # remark
        xs[0] > 1

      xs[1] > 1
    post[xs]:
        _ > 0
    post: _ < 9  # note
    :raises KeyError: sometimes
    Pre: no
    """
    return x
'''


def test_same_sections_as_crosshair(tmp_path: Path) -> None:
    from crosshair.condition_parser import Pep316Parser
    from crosshair.fnutil import FunctionInfo

    path = tmp_path / "documented.py"
    path.write_text(_DOCUMENTED)
    spec = importlib.util.spec_from_file_location("documented", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    theirs = Pep316Parser().get_fn_conditions(FunctionInfo.from_fn(module.f))
    assert theirs is not None
    ours = contract_of(_DOCUMENTED, "f")
    assert [(c.text, c.line) for c in ours.requires] == [(c.expr_source, c.line) for c in theirs.pre]
    assert [(c.text, c.line) for c in ours.ensures] == [(c.expr_source, c.line) for c in theirs.post]
    assert ours.modifies is not None and frozenset(ours.modifies) == theirs.mutable_args
