"""Our reading of icontract and deal says of concrete calls what the libraries themselves say."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path

import pytest

from verheal.contracts.dialects.text import contract_of

_PATH = Path(__file__).with_name("agreement.py")
_SPEC = importlib.util.spec_from_file_location("dialect_agreement", _PATH)
assert _SPEC is not None and _SPEC.loader is not None
agreement = importlib.util.module_from_spec(_SPEC)
sys.modules["dialect_agreement"] = agreement
_SPEC.loader.exec_module(agreement)
Example = agreement.Example

ICONTRACT = (
    Example(
        "require",
        "import icontract\n@icontract.require(lambda x: x > 0)\ndef f(x): return x",
        ("1", "0", "-1"),
    ),
    Example(
        "error class and order",
        "from icontract import require\n"
        "@require(lambda x, y: y / x > 1, error=KeyError)\n@require(lambda x: x != 0, error=ValueError)\n"
        "def f(x, y): return x",
        ("0, 1", "2, 1", "1, 5"),
    ),
    Example(
        "error lambda and instance",
        "import icontract as ic\n@ic.require(lambda x: x > 0, error=lambda x: IndexError(x))\n"
        "@ic.require(lambda x: x < 9, 'small', error=TypeError('big'))\ndef f(x): return x",
        ("1", "0", "10"),
    ),
    Example(
        "result",
        "import icontract\n@icontract.ensure(lambda result, x: result >= x)\ndef f(x): return abs(x) - 1",
        ("1", "-5", "0"),
    ),
    Example(
        "snapshot",
        "import icontract\n@icontract.snapshot(lambda xs: xs[:])\n"
        "@icontract.ensure(lambda OLD, xs, x: xs == OLD.xs + [x])\n"
        "def f(xs, x):\n    if x != 3: xs.append(x)",
        ("[], 1", "[1], 3", "[3], 2"),
    ),
    Example(
        "snapshot without a copy",
        "import icontract\n@icontract.snapshot(lambda xs: xs, name='before')\n"
        "@icontract.ensure(lambda OLD, xs: OLD.before == xs)\ndef f(xs): xs.append(1)",
        ("[]",),
    ),
    Example(
        "snapshot of two",
        "import icontract\n@icontract.snapshot(lambda a, b: a + b, name='sum')\n"
        "@icontract.ensure(lambda OLD, result: result == OLD.sum)\ndef f(a, b): return a + abs(b)",
        ("1, 2", "1, -2"),
    ),
    Example(
        "named function",
        'import icontract\ndef ok(x):\n    "Documented."\n    return 0 <= x < LIMIT\nLIMIT = 3\n'
        "@icontract.require(ok)\ndef f(x): return x",
        ("1", "3", "-1"),
    ),
    Example(
        "named lambda",
        "import icontract\nok = lambda x: x\n"
        "@icontract.require(ok, error=lambda x: KeyError(x))\ndef f(x): return x",
        ("1", "0"),
    ),
    Example(
        "default of the condition",
        "import icontract\n@icontract.require(lambda x, least=2: x >= least)\ndef f(x): return x",
        ("1", "2"),
    ),
    Example(
        "default of the function",
        "import icontract\n@icontract.require(lambda x, y: x < y)\ndef f(x, y=5): return x",
        ("1", "7", "7, 9"),
    ),
    Example(
        "comprehension over its own names",
        "import icontract\n@icontract.require(lambda xs: all(x > 0 for x in xs))\ndef f(xs, y=0): return y",
        ("[1, 2]", "[1, -2]", "[]"),
    ),
    Example(
        "truth of a string",
        "import icontract\n@icontract.require(lambda s: s)\ndef f(s): return s",
        ("'a'", "''"),
    ),
)

DEAL = (
    Example("pre", "import deal\n@deal.pre(lambda x: x > 0)\ndef f(x): return x", ("1", "0")),
    Example(
        "other names", "import deal\n@deal.pre(lambda a, b: a < b)\ndef f(x, y): return x", ("1, 2", "2, 1")
    ),
    Example(
        "namespace",
        "import deal\n@deal.pre(lambda _: _.y > _.x)\ndef f(x, y=4): return x",
        ("1", "4", "9, 10"),
    ),
    Example("post", "from deal import post\n@post(lambda x: x > 0)\ndef f(x): return -x", ("1", "-1")),
    Example(
        "ensure",
        "import deal\n@deal.ensure(lambda x, result: x < result)\ndef f(x): return x * 2",
        ("2", "0"),
    ),
    Example(
        "items of the namespace",
        "import deal\n@deal.ensure(lambda _: _.result in _['items'])\ndef f(items, x): return x",
        ("[1], 1", "[1], 2"),
    ),
    Example(
        "ensure namespace",
        "import deal\n@deal.ensure(lambda _: _.result > _.x)\ndef f(x): return x * 2",
        ("2", "0"),
    ),
    Example(
        "message", "import deal\n@deal.pre(lambda x: x > 0 or 'too small')\ndef f(x): return x", ("1", "0")
    ),
    Example(
        "text fails",
        "import deal\n@deal.pre(lambda s: s)\ndef f(s): return s",
        ("'a'", "''", "1", "0", "[1]"),
    ),
    Example(
        "conditional message",
        "import deal\n@deal.pre(lambda x: 'odd' if x % 2 else True)\ndef f(x): return x",
        ("1", "2"),
    ),
    Example(
        "and of texts",
        "import deal\n@deal.pre(lambda s, t: s and t)\ndef f(s, t): return s",
        ("'a', 1", "1, 'b'", "1, 2"),
    ),
    Example(
        "own error", "import deal\n@deal.pre(lambda x: x, exception=KeyError)\ndef f(x): return x", ("0", "1")
    ),
    Example(
        "order",
        "import deal\n@deal.ensure(lambda x, result: False)\n"
        "@deal.post(lambda r: r > 0, exception=KeyError)\ndef f(x): return x",
        ("0", "1"),
    ),
    Example("safe", "import deal\n@deal.safe\ndef f(x): return 1 / x", ("0", "1")),
    Example("raises exactly", "import deal\n@deal.raises(LookupError)\ndef f(x): return {}[x]", ("1",)),
    Example("raises", "import deal\n@deal.raises(KeyError, ValueError)\ndef f(x): return {}[x]", ("1", "[]")),
    Example(
        "reason",
        "import deal\n@deal.reason(ZeroDivisionError, lambda a, b: b == 0 or 'odd')\n"
        "def f(x, y): return x / (x - y) / y",
        ("1, 0", "1, 1", "3, 1"),
    ),
    Example(
        "both raises",
        "import deal\n@deal.raises(KeyError)\n@deal.raises(ValueError)\ndef f(x): return {}[x]",
        ("1",),
    ),
    Example(
        "chain in a name",
        "import deal\ncontract = deal.chain(deal.pre(lambda x: x > 0), "
        "deal.post(lambda r: r > 1), deal.safe)\n"
        "@contract\ndef f(x): return x // (x - 3)",
        ("0", "1", "3", "4", "9"),
    ),
    Example(
        "implies",
        "import deal\n@deal.pre(lambda x, y: deal.implies(x > 0, y > 0))\ndef f(x, y): return x",
        ("1, 0", "1, 1", "0, 0"),
    ),
    Example("named", "import deal\ndef ok(n): return n > 1\n@deal.pre(ok)\ndef f(x): return x", ("1", "2")),
    Example(
        "ignored rest",
        "import deal\n@deal.pre(lambda x, *_, **__: x)\ndef f(x, y): return y",
        ("1, 0", "0, 1"),
    ),
    Example(
        "result by keyword",
        "import deal\n@deal.ensure(lambda *_, result: result)\ndef f(x): return x",
        ("1", "0"),
    ),
)


@pytest.mark.parametrize("example", ICONTRACT + DEAL, ids=lambda e: e.name)
def test_same_outcome_as_the_library(example: object) -> None:
    for call in example.calls:  # type: ignore[attr-defined]
        assert agreement.by_reading(example, call) == agreement.by_library(example, call), call


_ACCOUNTS = (
    """
import icontract
@icontract.invariant(lambda self: self.n >= 0, error=KeyError)
@icontract.invariant(lambda self: self.n < 9, error=ValueError)
class Account:
    def __init__(self): self.n = 0
    def set(self, n): self.n = n
    def _set(self, n): self.n = n
""",
    """
import deal
@deal.inv(lambda account: account.n >= 0, exception=KeyError)
@deal.inv(lambda _: _.n < 9, exception=ValueError)
class Account:
    def __init__(self): self.n = 0
    def set(self, n): self.n = n
    def _set(self, n): self.n = n
""",
)


@pytest.mark.parametrize("source", _ACCOUNTS, ids=["icontract", "deal"])
@pytest.mark.parametrize("method", ["set", "_set"])
@pytest.mark.parametrize("n", [-1, 0, 8, 9])
def test_same_invariants_as_the_library(source: str, method: str, n: int) -> None:
    account = agreement.run(ast.parse(source))["Account"]()
    try:
        getattr(account, method)(n)
        theirs = "ok"
    except (KeyError, ValueError) as error:
        theirs = type(error).__name__
    clauses = contract_of(source, f"Account.{method}").invariants_of_class
    ours = [c.raises_on_failure for c in clauses if not eval(c.expression, {"self": account})]
    assert [*ours, "ok"][0] == theirs


def test_examples_show_violations_and_successes() -> None:
    outcomes = {agreement.by_library(e, call) for e in ICONTRACT + DEAL for call in e.calls}
    expected = {"ok", "ViolationError", "PreContractError", "PostContractError", "RaisesContractError"}
    assert expected <= outcomes
