"""Who may call whom."""

from __future__ import annotations

import pytest
from source_helpers import repository

from verheal.contracts.source.callgraph import CallGraph, call_graph
from verheal.contracts.source.components import components


def graph(**texts: str) -> CallGraph:
    return call_graph(repository(**texts))


def callees(found: CallGraph, key: str) -> list[str]:
    return [c.removeprefix("m:") for c in found.calls[f"m:{key}"]]


def test_calls_within_a_module_and_to_builtins() -> None:
    found = graph(
        m="""
        def f(xs): return g(len(xs))
        def g(n): return h(n)
    """
    )
    assert callees(found, "f") == ["g"]
    assert [(t.kind, t.name) for t, _ in found.external["m:f"]] == [("builtin", "len")]
    assert [c.callee for c in found.unresolved["m:g"]] == ["h"]


@pytest.mark.parametrize(
    "text",
    [
        "from a import f\ndef g(): return f()",
        "from a import f as h\ndef g(): return h()",
        "import a\ndef g(): return a.f()",
        "import a as z\ndef g(): return z.f()",
        "from a import *\ndef g(): return f()",
        "from again import f\ndef g(): return f()",
        "def g():\n    from a import f\n    return f()",
        "import a\nalias = a.f\ndef g(): return alias()",
        "from a import f\ndef g(xs): return list(map(f, xs))",
        "import a\ndef g(xs): return sorted(xs, key=a.f)",
        "from a import f\n@f\ndef g(): pass",
        "from a import f\ndef g(x=f): return x",
        "try:\n    from a import f\nexcept ImportError:\n    f = None\ndef g(): return f()",
    ],
)
def test_names_lead_through_imports(text: str) -> None:
    found = graph(m=text, a="def f(x=0): return x", again="from a import f")
    assert "a:f" in found.calls["m:g"]


def test_a_local_name_hides_the_function() -> None:
    found = graph(
        m="""
        def f(): pass
        def g(f): return f()
        def h():
            f = len
            return f()
    """
    )
    assert callees(found, "g") == callees(found, "h") == []
    assert [c.callee for c in found.unresolved["m:g"]] == ["f"]


def test_submodules_and_scripts_beside() -> None:
    found = graph(
        m="import p.q\nimport p.q as r\nfrom p import q\ndef f(): p.q.h(); r.h(); q.h()",
        p__q="from . import s\ndef h(): return s.k()",
        p__s="def k(): pass",
        scripts__one="import two\ndef f(): two.k()",
        scripts__two="def k(): pass",
    )
    assert found.calls["m:f"] == ("p.q:h",)
    assert found.calls["p.q:h"] == ("p.s:k",)
    assert found.calls["scripts.one:f"] == ("scripts.two:k",)


def test_constructors_methods_and_overrides() -> None:
    found = graph(
        m="""
        class A:
            def __init__(self): pass
            def run(self): return self.step()
            def step(self): return 1
            def only(self): return super().__repr__()
        class B(A):
            def step(self): return super().step()
        class C:
            def step(self): return 3
        def make(): return B()
        def typed(a: A): return a.step()
        def exact(b: "B"): return b.step()
        def local():
            c = C()
            return c.step()
        def loose(x): return x.step()
        def builtin(step: list[int]): return step.step()
    """
    )
    assert callees(found, "make") == ["A.__init__"]
    assert callees(found, "A.run") == ["A.step", "B.step"]
    assert callees(found, "B.step") == ["A.step"]
    assert callees(found, "typed") == ["A.step", "B.step"]
    assert callees(found, "exact") == ["B.step"]
    assert callees(found, "local") == ["C.step"]
    assert callees(found, "loose") == ["A.step", "B.step", "C.step"]
    assert callees(found, "builtin") == []


def test_the_method_of_a_sibling_base_is_seen() -> None:
    found = graph(
        m="""
        class Base:
            def hook(self): pass
        class Left(Base):
            def run(self): return self.hook()
        class Right(Base):
            def hook(self): return 1
        class Both(Left, Right): pass
    """
    )
    assert "Right.hook" in callees(found, "Left.run")


def test_properties_operators_nested_functions_and_post_init() -> None:
    found = graph(
        m="""
        from dataclasses import dataclass
        @dataclass
        class P:
            x: int
            def __post_init__(self): pass
            def __add__(self, other): return self
            def __setitem__(self, k, v): pass
            @property
            def twice(self): return self.x
        def f(p: P): return p.twice
        def g(p: P): return p + p
        def h(): return P(1)
        def outer():
            def inner(): return 1
            return inner
        def put(p: P): p[0] = 1
        class Q:
            @classmethod
            def make(cls): return cls()
            def __init__(self): pass
    """
    )
    assert callees(found, "f") == ["P.__add__", "P.__post_init__", "P.twice"]
    assert callees(found, "g") == ["P.__add__", "P.__post_init__"]
    assert callees(found, "h") == ["P.__add__", "P.__post_init__"]
    assert callees(found, "outer") == ["outer.<locals>.inner"]
    assert "P.__setitem__" in callees(found, "put")
    assert callees(found, "Q.make") == ["Q.__init__"]


def test_components_come_callees_first() -> None:
    found = graph(
        m="""
        def a(): b(); d()
        def b(): c()
        def c(): b()
        def d(): d()
        def e(): pass
    """
    )
    order = found.components
    assert ("m:b", "m:c") in order
    assert order.index(("m:b", "m:c")) < order.index(("m:a",)) and order.index(("m:d",)) < order.index(
        ("m:a",)
    )
    assert found.recursive == {"m:b", "m:c", "m:d"}


def test_components_agree_with_networkx() -> None:
    import networkx

    edges = {str(i): [str((i * k + k) % 40) for k in (3, 7) if (i * k) % 5] for i in range(40)}
    ours = components(edges)
    graph_: networkx.DiGraph[str] = networkx.DiGraph({a: list(b) for a, b in edges.items()})
    assert {frozenset(c) for c in ours} == {
        frozenset(c) for c in networkx.strongly_connected_components(graph_)
    }
    place = {n: i for i, c in enumerate(ours) for n in c}
    assert all(place[b] <= place[a] for a, following in edges.items() for b in following)


def test_the_cone_of_callers() -> None:
    found = graph(m="def a(): b()\ndef b(): c()\ndef c(): pass\ndef d(): c()\ndef e(): a()")
    assert found.cone(["m:b", "m:none"]) == {"m:a", "m:b", "m:e"}
    assert found.graph.has_edge("m:a", "m:b") and set(found.graph.nodes) == set(found.calls)


def test_cycles_of_imports_and_bases_end() -> None:
    found = graph(
        m="from n import x\nA = B\nB = A\ndef f(): x(); A()\nclass C(C): pass\ndef g(): return C().k()",
        n="from m import x",
    )
    assert found.calls["m:f"] == ()


def test_what_conforms_to_a_protocol_need_not_derive_from_it() -> None:
    found = graph(m="""
        from typing import Protocol
        class Runs(Protocol):
            def run(self) -> int: ...
        class Other:
            def run(self): return 1
        def f(r: Runs): return r.run()
    """)
    assert "Other.run" in callees(found, "f")


@pytest.mark.parametrize("annotation", ["list[A]", "list[A] | None", "dict[str, A]", "str"])
def test_methods_of_builtins_are_no_methods_of_the_repository(annotation: str) -> None:
    found = graph(m=f"class A:\n    def index(self): pass\ndef f(xs: {annotation}): return xs.index(1)")
    assert "A.index" not in callees(found, "f")


@pytest.mark.parametrize("annotation", ["list[int] | A", "A | None", "Sequence[int]", "Any"])
def test_what_may_be_another_type_is_looked_up_by_name(annotation: str) -> None:
    found = graph(m=f"class A:\n    def index(self): pass\ndef f(xs: {annotation}): return xs.index(1)")
    assert "A.index" in callees(found, "f")
