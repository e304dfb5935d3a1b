"""Reading across dialects and modules, names in expressions, and the examples in the documentation."""

from __future__ import annotations

import ast
import doctest
import importlib

import pytest

from verheal.contracts.dialects import DIALECTS, Ancestor, Context, read_contract, read_invariants
from verheal.contracts.dialects.names import Unreadable, free_names, replace_names
from verheal.contracts.dialects.text import contract_of, imports_of


@pytest.mark.parametrize("name", ["asserts", "pep316", "icontract", "deal", "deal_truth", "decorators"])
def test_examples_in_the_documentation(name: str) -> None:
    results = doctest.testmod(importlib.import_module(f"verheal.contracts.dialects.{name}"))
    assert results.attempted > 0 and results.failed == 0


def test_registry() -> None:
    names = ["icontract", "deal", "pep316", "nagini", "assert", "annotated", "datamodel"]
    assert [dialect.name for dialect in DIALECTS] == names


def test_dialects_add_up() -> None:
    source = '''
import deal, icontract
@deal.raises(ValueError, KeyError)
@icontract.require(lambda x: x > 1)
@deal.pre(lambda x: x > 2)
def f(x):
    """
    pre: x > 3
    raises: KeyError, OSError
    """
    assert x > 4
'''
    contract = contract_of(source, "f")
    assert [(c.dialect, c.expression) for c in contract.requires] == [
        ("icontract", "x > 1"),
        ("deal", "x > 2"),
        ("pep316", "x > 3"),
        ("assert", "x > 4"),
    ]
    assert contract.raises is not None and contract.raises.exceptions == ("KeyError",)


def test_function_without_contract() -> None:
    contract = contract_of("@cache\ndef f(x): return x", "f")
    assert contract == type(contract)()


def _method(module: ast.Module, index: int) -> tuple[ast.ClassDef, ast.FunctionDef]:
    cls = module.body[index]
    assert isinstance(cls, ast.ClassDef)
    method = cls.body[-1]
    assert isinstance(method, ast.FunctionDef)
    return cls, method


def test_ancestor_of_another_module() -> None:
    above = ast.parse(
        "from icontract import DBC, require, ensure\nclass A(DBC):\n"
        "    @require(lambda x: x > LIMIT)\n"
        "    @ensure(lambda result: len(result) > 1)\n    def f(self, x): ..."
    )
    here = ast.parse("from above import A\nclass B(A):\n    def f(self, x): ...")
    base, _ = _method(above, 1)
    cls, method = _method(here, 1)
    ancestor = Ancestor(base, Context(above, imports_of(above).get))
    contract = read_contract(here, method, cls, imports_of(here).get, (ancestor,))
    assert [c.opaque for c in contract.requires] == ["`LIMIT` is a name of the ancestor's module"]
    assert [c.expression for c in contract.ensures] == ["len(result) > 1"]


def test_invariants_of_a_class_alone() -> None:
    module = ast.parse('import deal\n@deal.inv(lambda o: o.n > 0)\nclass C:\n    """inv: self.n < 9"""')
    cls = module.body[1]
    assert isinstance(cls, ast.ClassDef)
    clauses = read_invariants(module, cls, imports_of(module).get)
    assert [(c.kind, c.expression) for c in clauses] == [
        ("invariant", "self.n > 0"),
        ("invariant", "self.n < 9"),
    ]


def test_names_of_enclosing_scopes() -> None:
    source = """
import icontract
def ok(x): return x > 0
class C:
    def ok(x): return x > 1
    @icontract.require(ok)
    def f(self, x):
        def g(): ...
def make(ok):
    @icontract.require(ok)
    def f(x): ...
"""
    assert [c.expression for c in contract_of(source, "C.f").requires] == ["x > 1"]
    module = ast.parse(source)
    outer = module.body[-1]
    assert isinstance(outer, ast.FunctionDef) and isinstance(outer.body[0], ast.FunctionDef)
    contract = read_contract(module, outer.body[0], None, imports_of(module).get)
    assert [c.opaque for c in contract.requires] == ["`ok` is a parameter of `make`"]


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("[x for x in x]", {"x"}),
        ("{a: b for a, b in c if d}", {"c", "d"}),
        ("lambda a, b=c: a + b + d", {"c", "d"}),
        ("[y for x in xs for y in x]", {"xs"}),
        ("f(x).y[z]", {"f", "x", "z"}),
    ],
)
def test_free_names(text: str, free: set[str]) -> None:
    assert free_names(ast.parse(text, mode="eval").body) == free


def test_replacement_respects_scopes() -> None:
    by = {"a": ast.parse("b", mode="eval").body}
    body = ast.parse("a + sum(a for a in a)", mode="eval").body
    assert ast.unparse(replace_names(body, by)) == "b + sum((a for a in b))"
    with pytest.raises(Unreadable, match="bound again"):
        replace_names(ast.parse("[a for b in c]", mode="eval").body, by)


@pytest.mark.parametrize("notation", [
    "@deal.pre(lambda x: x > 0)\n@deal.pre(lambda x: x > 1)\n@deal.ensure(lambda x, result: x > 2)\n"
    "@deal.ensure(lambda x, result: x > 3)\n@deal.post(lambda r: r > 4)\n@deal.post(lambda r: r > 5)\n"
    "def f(x): return x",
    "@icontract.require(lambda x: x > 0)\n@icontract.require(lambda x: x > 1)\n@icontract.ensure(lambda x: x > 2)\n"
    "@icontract.ensure(lambda x: x > 3)\n@icontract.ensure(lambda result: result > 4)\n"
    "@icontract.ensure(lambda result: result > 5)\ndef f(x): return x",
    'def f(x):\n    """\n    pre: x > 0\n    pre: x > 1\n    post: x > 2\n    post: x > 3\n    post: __return__ > 4\n'
    '    post: __return__ > 5\n    """\n    return x',
    "from nagini_contracts.contracts import *\ndef f(x: int) -> int:\n    Requires(x > 0)\n    Requires(x > 1)\n"
    "    Ensures(x > 2)\n    Ensures(x > 3)\n    Ensures(Result() > 4)\n    Ensures(Result() > 5)\n    return x",
])  # fmt: skip
def test_every_condition_of_a_kind_is_read(notation: str) -> None:
    contract = contract_of(f"import deal, icontract\n{notation}\n", "f")
    found = [c.expression.replace(c.result_name or "result", "r") for c in (*contract.requires, *contract.ensures)]
    assert sorted(text[-1] for text in found) == ["0", "1", "2", "3", "4", "5"]
