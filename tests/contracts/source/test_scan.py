"""Texts to the metamodel."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from source_helpers import module, read

from verheal.contracts.source.model import Field, Module, Parameter, ParameterKind, Problem, Span
from verheal.contracts.source.repository import read_repository
from verheal.contracts.source.scan import scan_text


def test_parameters_of_every_kind() -> None:
    f = module("def f(a, /, b: int, c=1, *args: str, d: 'X' = None, **kw) -> list[int]: ...").function("f")
    assert f is not None
    assert f.parameters == (
        Parameter("a", ParameterKind.POS_ONLY),
        Parameter("b", ParameterKind.NORMAL, "int"),
        Parameter("c", ParameterKind.NORMAL, None, "1"),
        Parameter("args", ParameterKind.VAR_POS, "str"),
        Parameter("d", ParameterKind.KW_ONLY, "'X'", "None"),
        Parameter("kw", ParameterKind.VAR_KW),
    )
    assert f.returns == "list[int]"


def test_qualified_names_and_kinds_of_functions() -> None:
    found = module("""
        import functools
        class C:
            '''doc'''
            @staticmethod
            def s(): pass
            @classmethod
            def c(cls): pass
            @property
            def p(self): return 1
            @p.setter
            def p(self, v): pass
            async def co(self): yield 1
            class D:
                def m(self):
                    def inner(): return lambda: (yield)
                    return inner
        @functools.lru_cache(maxsize=None)
        def top():
            return [x for x in y]
    """)
    by_name = {f.qualname: f for f in found.functions}
    assert list(by_name) == ["C.s", "C.c", "C.p", "C.co", "C.D.m", "C.D.m.<locals>.inner", "top"]
    assert by_name["C.s"].is_static and by_name["C.c"].is_class and by_name["C.p"].is_property
    assert len([f for f in found.functions if f.qualname == "C.p"]) == 2
    assert by_name["C.co"].is_async and by_name["C.co"].is_generator
    assert by_name["C.D.m"].class_name == "C.D" and not by_name["C.D.m"].is_generator
    assert by_name["C.D.m.<locals>.inner"].nested and by_name["C.D.m.<locals>.inner"].class_name is None
    assert by_name["top"].decorators == ("functools.lru_cache(maxsize=None)",)
    assert by_name["top"].first_line == by_name["top"].span.line - 1
    assert by_name["top"].reads == ("functools", "x", "y")


def test_spans_count_characters_not_bytes() -> None:
    found = module("é = 'ü'; x: \"ñ\" = 1\ndef f(a: 'é', b: int): return 'ü'\n")
    f = found.function("f")
    assert f is not None
    assert f.span == Span(2, 0, 2, 33)
    assert [p.annotation for p in f.parameters] == ["'é'", "int"]
    assert found.constants[1].annotation == '"ñ"'


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_those_of_cpython(newline: str) -> None:
    text = newline.join(["x = '\x0c'", "# \u2028 \x0b \x1c", "def f(a: int) -> str: ...", ""])
    found = scan_text(text)
    assert isinstance(found, Module)
    f = found.functions[0]
    assert (f.span.line, f.parameters[0].annotation, f.returns) == (3, "int", "str")


def test_a_default_over_several_lines_is_one_expression() -> None:
    f = module("def f(a=(1,  # one\n    2)): pass").function("f")
    assert f is not None
    assert f.parameters[0].default == "(1, 2)"


def test_classes_and_their_fields() -> None:
    found = module("""
        from dataclasses import dataclass
        @dataclass(frozen=True, order=True)
        class P:
            x: int
            y: "int" = 0
            LIMIT = 3
            def area(self) -> int: return self.x * self.y
        class Q(P, Generic[T], metaclass=M): pass
        class Colour(enum.Enum): RED = 1
        class N(NamedTuple): a: int
        class S(Protocol[T]): ...
    """)
    p, q, colour, n, s = found.classes
    assert [(f.name, f.annotation, f.default) for f in p.fields] == [
        ("x", "int", None),
        ("y", '"int"', "0"),
        ("LIMIT", None, "3"),
    ]
    assert p.dataclass_flags is not None and p.dataclass_flags.frozen and p.dataclass_flags.order
    assert p.dataclass_flags.eq and not p.dataclass_flags.kw_only and p.methods == ("P.area",)
    assert (q.bases, q.keywords, q.is_dataclass) == (("P", "Generic[T]"), ("metaclass=M",), False)
    assert colour.is_enum and n.is_namedtuple and s.is_protocol


def test_attributes_assigned_on_self() -> None:
    (found,) = module("""
        class A:
            def __init__(self, owner: str, n=0):
                self.owner = owner
                self.n = n
                self.log: list[int] = []
                self.a, self.b = owner, 1
                def later(self): self.not_ours = 1
            def reset(this, n: int):
                if n:
                    this.n = n
                for this.i in []: pass
            @staticmethod
            def s(x): x.no = 1
    """).classes
    assert [(f.name, f.annotation, f.default) for f in found.init_fields] == [
        ("owner", "str", "owner"),
        ("n", "int", "n"),
        ("log", "list[int]", "[]"),
        ("a", "str", "owner"),
        ("b", None, "1"),
        ("i", None, None),
    ]
    assert all(isinstance(f, Field) for f in found.init_fields)


def test_imports_are_absolute(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            "pkg/__init__.py": "from .a import x as y\nfrom . import b\n",
            "pkg/a.py": """
            import os.path, json as j
            from ..up import z
            from .b import *
            from typing import TYPE_CHECKING
            if TYPE_CHECKING:
                from .c import T
            def f():
                from . import b
        """,
        },
    )
    package, a = found.modules
    assert [(i.name, i.module, i.attribute) for i in package.imports] == [
        ("y", "pkg.a", "x"),
        ("b", "pkg", "b"),
    ]
    assert [(i.name, i.module, i.attribute, i.scope) for i in a.imports] == [
        ("os", "os", None, ""),
        ("j", "json", None, ""),
        (
            "z",
            "..up",
            "z",
            "",
        ),  # beyond the top package: an ImportError in CPython, so it resolves to nothing
        ("*", "pkg.b", "*", ""),
        ("TYPE_CHECKING", "typing", "TYPE_CHECKING", ""),
        ("T", "pkg.c", "T", ""),
        ("b", "pkg", "b", "f"),
    ]
    assert a.imports[0].loads == "os.path" and a.imports[5].typing_only and not a.imports[4].typing_only


def test_constants_and_what_rebinds_them() -> None:
    found = module("""
        ONE = 1
        TWO: int = 2
        TWICE = 1
        TWICE = 2
        GROWS = 0
        GROWS += 1
        for LOOP in range(3): pass
        try:
            EITHER = 1
        except ImportError:
            EITHER = 2
        GLOBAL = 0
        GONE = 1
        del GONE
        A, B = 1, 2
        def f():
            global GLOBAL
            GLOBAL = 1
            ONE = 2
        len = 3
    """)
    constants = {c.name: c for c in found.constants}
    rebound = {name for name, c in constants.items() if c.rebound}
    assert rebound == {"TWICE", "GROWS", "LOOP", "EITHER", "GLOBAL", "GONE"}
    assert (constants["TWO"].annotation, constants["TWO"].value) == ("int", "2")
    assert constants["A"].value == "1" and found.shadows == ("len",)


def test_a_star_import_after_a_constant_may_rebind_it() -> None:
    assert [c.rebound for c in module("X = 1\nfrom os import *\nY = 2\n").constants] == [True, False]


def test_skips() -> None:
    found = module("""
        def on_line(): pass  # verheal: skip: slow
        # verheal: skip above
        # and more
        @decorator
        def above(): pass
        @decorator  # verheal: skip: on the decorator
        def decorated(
            a,  # verheal: other
        ): pass
        class C:  # verheal: skip: all of it
            def m(self): pass
        def no_reason(): pass  # verheal: skip
        def inside():
            return 1  # verheal: skip: nowhere
        def plain(): return "# verheal: skip: text"
    """)
    skips = {f.qualname: f.skip.reason if f.skip else None for f in found.functions}
    assert skips == {
        "on_line": "slow",
        "above": "above",
        "decorated": "on the decorator",
        "C.m": "all of it",
        "no_reason": None,
        "inside": None,
        "plain": None,
    }
    assert [p.code for p in found.problems] == ["skip-without-reason", "skip-misplaced"]


def test_a_skip_at_the_top_is_for_the_module() -> None:
    found = module("""
        '''Doc.'''
        # verheal: skip: generated

        import os

        def f(): pass
    """)
    assert found.skip is not None and found.functions[0].skip == found.skip and not found.problems


def test_a_stub_fills_in_what_is_missing(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            "m.py": "X = g()\ndef f(a, b: int = 1): return a\n",
            "m.pyi": "X: int\ndef f(a: str, b: float = ...) -> str: ...\n",
            "only.pyi": "def g() -> int: ...\n",
        },
    )
    (m,) = found.modules
    f = m.functions[0]
    assert [p.annotation for p in f.parameters] == ["str", "int"] and f.returns == "str"
    assert m.constants[0].annotation == "int"
    assert [(s.name, s.is_stub) for s in found.stubs] == [("m", True), ("only", True)]


def test_modules_of_one_name_are_told_apart(tmp_path: Path) -> None:
    found = read(tmp_path, {"a/x.py": "def f(): pass\n", "b/x.py": "def f(): pass\n"}, "a/x.py", "b/x.py")
    assert [m.name for m in found.modules] == ["x", "b.x"]
    assert [f.key for f in found.functions] == ["x:f", "b.x:f"]
    assert [p.code for p in found.problems] == ["duplicate-module"]


def test_digests_see_meaning_and_not_layout() -> None:
    def digest(text: str) -> str:
        return module(text).functions[-1].digest

    plain = digest("def f(x): return x + 1")
    assert digest("\n\n# c\ndef f( x ):  # c\n    return (x+1)\n") == plain
    others = [
        "def f(x): return x + 2",
        "def f(x): return x + 1.0",
        "def f(x): return x - 1",
        "def f(y): return x + 1",
        "def f(x=1): return x + 1",
        "def f(x: int): return x + 1",
        "@d\ndef f(x): return x + 1",
        "def f(x):\n 'd'\n return x + 1",
        "async def f(x): return x + 1",
        "def f(x): return x + True",
    ]
    assert len({plain, *map(digest, others)}) == len(others) + 1


def test_huge_integers_and_surrogates_are_scanned() -> None:
    assert isinstance(
        scan_text("x = 0x" + "f" * 10_000 + "\ny = '\\ud800'\ndef f(a=" + "9" * 4000 + "): pass"), Module
    )


def test_expressions_deeper_than_the_recursion_limit() -> None:
    found = scan_text("def f(a):\n    return " + " + ".join(["a"] * 1500) + "\ndef g(): return 1\n")
    assert isinstance(found, Problem) or len(found.functions) == 2


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("def f(x):\n =1[]'#\\\t@\x0c\r{}\"\0é"), max_size=40))
def test_no_text_makes_scanning_raise(text: str) -> None:
    assert isinstance(scan_text(text), Module | Problem)


def test_a_thousand_functions_in_half_a_second(tmp_path: Path) -> None:
    one = "\n".join(
        f"""
def f{i}(xs: list[int], n: int = {i}) -> int:
    total = 0
    for index, x in enumerate(xs):
        if x > n and index % 2 == 0:
            total += x * {i}
    assert total >= 0
    return total
"""
        for i in range(1000)
    )
    (tmp_path / "m.py").write_text(one)
    start = time.process_time()
    found = read_repository(["."], tmp_path)
    assert len(found.functions) == 1000
    assert time.process_time() - start < 1.5  # 0.2 s measured; room for slow and loaded machines
