"""Two files: what is compared with what, what the same source is, and functions without annotations."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.diff.helpers import files, options, pair, write
from verheal.app.diff import diff
from verheal.app.diff_options import FunctionsOf
from verheal.errors import UsageError

UNTYPED_BEFORE = """
    def cut(xs, n=2):
        return xs[:n]

    def add(a, b):
        return a + b

    def lost(x):
        return x.nothing
"""
UNTYPED_AFTER = """
    def cut(xs, n=2):
        return xs[:max(n, 0)]

    def add(a, b):
        if isinstance(a, str):
            return a + ''.join([b])
        return a + b

    def lost(x):
        return x.something
"""


def test_without_annotations_types_are_tried(tmp_path: Path) -> None:
    found = {one.after.function: one for one in files(tmp_path, UNTYPED_BEFORE, UNTYPED_AFTER).pairs}
    assert found["cut"].verdict == "different"
    assert found["cut"].reason == "no annotation says what xs, n may be"
    assert found["add"].verdict == "unknown" and found["add"].agreed > 100
    assert found["lost"].verdict == "unknown" and "no types were found" in (found["lost"].reason or "")


def test_what_no_run_depends_on_is_no_change(tmp_path: Path) -> None:
    before = """
        import re
        def f(text):
            return re.sub(r'(a+)b', r'\\1', helper(text))
        def helper(text):
            'One.'
            return text.casefold()
        def documented(x: int) -> str:
            'One.'
            return str(documented.__doc__)
    """
    after = """
        'A module.'
        import re
        def f(text: str) -> str:
            'Two.'
            return re.sub(r'(a+)b', r'\\1', helper(text))
        def helper(text):
            'Two.'
            return text.casefold()
        def documented(x: int) -> str:
            'Two.'
            return str(documented.__doc__)
    """
    found = {one.after.function: one for one in files(tmp_path, before, after).pairs}
    assert {found[name].verdict for name in ("f", "helper")} == {"equivalent"}
    assert "only docstrings and annotations differ" in (found["helper"].reason or "")
    assert (found["documented"].verdict, found["documented"].witness is not None) == ("different", True)


def test_the_same_source_needs_no_run(tmp_path: Path) -> None:
    text = "import secrets\ndef f(x):\n    return unknown(x, secrets.token_hex())"
    assert pair(tmp_path, text, "# a comment\n" + text).verdict == "equivalent"


def test_crosshair_finds_what_nobody_guesses(tmp_path: Path) -> None:
    """A decorator of unknown effect keeps the solver from comparing the two."""
    decorated = "def own(function):\n    return function\n@own\ndef f(x: int) -> int:\n    return "
    after = decorated + "-1 if x * 7 + 5 == 912344 + 4 * x else x"
    found = pair(tmp_path, decorated + "x", after, budget=14.0)
    assert found.witness is not None, found
    assert (found.witness.call, found.witness.after) == ("f(304113)", "returns -1")


def test_imported_modules_go_with_each_version(tmp_path: Path) -> None:
    for version, step in (("old", 1), ("new", 2)):
        write(tmp_path, f"{version}/pyproject.toml", "")
        write(tmp_path, f"{version}/steps.py", f"def step(x: int) -> int:\n    return x + {step}\n")
        write(tmp_path, f"{version}/main.py", "from steps import step\ndef f(x: int) -> int:\n    return step(x)\n")
    one, other = tmp_path / "old/main.py", tmp_path / "new/main.py"
    (found,) = diff(FunctionsOf((one, "f"), (other, "f")), options(tmp_path)).pairs
    assert (found.verdict, found.kind, found.through) == ("different", "caller", ("step",))


def test_what_was_named_wrongly(tmp_path: Path) -> None:
    write(tmp_path, "after.py", "class A:\n    def m(self) -> None: ...\ndef f() -> None:\n    def g() -> None: ...\n")
    write(tmp_path, "broken.py", "def f(:\n")

    def complaint(before: str, name: str = "f") -> str:
        with pytest.raises(UsageError) as found:
            diff(FunctionsOf((tmp_path / before, name), (tmp_path / "after.py", "f")), options(tmp_path))
        return f"{found.value} ({found.value.hint})"

    assert "broken.py:1: " in complaint("broken.py")
    assert "did you mean" in complaint("aftr.py") and "no such file" in complaint("aftr.py")
    assert "no function ff (there is f)" in complaint("after.py", "ff")
    assert "A is a class, not a function (name one of its methods, such as A.m)" in complaint("after.py", "A")
    assert "nested" in complaint("after.py", "f.<locals>.g")
    assert "is a directory" in complaint(".")


def test_ctrl_c_leaves_what_is_known(tmp_path: Path) -> None:
    slow = "def f(x: int) -> int:\n    n = {}\n    while n < 10**9:\n        n += 1\n    return x\n"
    one, other = write(tmp_path, "one.py", slow.format(0)), write(tmp_path, "two.py", slow.format(1))
    command = [sys.executable, "-m", "verheal", "diff", str(one), str(other), "--budget", "60"]
    # Started in the background it may have Ctrl-C ignored, which children inherit.
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    time.sleep(6)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 2, (out, err)
    assert "Traceback" not in err and "interrupted" in out + err


def test_a_caller_by_what_it_calls(tmp_path: Path) -> None:
    """Not where it may pass a bool for an int: what was proved of the callee does not speak of that."""
    text = """
        import re
        def clean(text: str) -> str:
            return {}
        def use(text: str) -> str:
            return re.sub('a+', 'b', clean(text))
        def number(n: int) -> int:
            return {}
        def use_number(text: str) -> int:
            return number(bool(re.findall('a', text)))
    """
    before = text.format("text if text else ''", "n + 1")
    after = text.format("text", "1 + n")
    found = {one.after.function: one for one in files(tmp_path, before, after).pairs}
    assert {name: one.verdict for name, one in found.items()} == {
        "clean": "equivalent", "use": "equivalent", "number": "equivalent", "use_number": "unknown",
    }  # fmt: skip
    assert (found["use"].through, found["use"].by) == (("clean",), ("congruence",))
    assert "arguments-conform" in found["use"].assumptions


CALLERS = """
    def clean(x: int, more: int = 0) -> int:
        if x < 0:
            raise ValueError("negative")
        return x

    def plainly(x: int) -> list[int]:
        return [clean(x + 1), clean(more=2, x=x)]

    def of_a_bool(a: int, b: int) -> object:
        return clean(a == b)

    def message(x: int) -> str:
        try:
            return str(clean(x))
        except ValueError as error:
            return str(error)

    def last(x: int) -> int:
        return plainly(x)[-1]
"""


def test_a_caller_does_the_same_where_it_sees_nothing_else(tmp_path: Path) -> None:
    later = CALLERS.replace('ValueError("negative")', "ValueError(x)").replace("return x\n", "return x + 0\n")
    found = {pair.after.function: pair for pair in files(tmp_path, CALLERS, later).pairs}
    for name in ("plainly", "last"):
        assert found[name].verdict == "equivalent"
    assert (found["of_a_bool"].verdict, found["message"].verdict) == ("different", "different")


def test_a_caller_that_names_a_renamed_parameter(tmp_path: Path) -> None:
    before = "def step(n: int) -> int:\n    return n + 1\n\ndef use() -> int:\n    return step(n=1)\n"
    later = before.replace("step(n: int", "step(k: int").replace("n + 1", "k + 1")
    found = {p.after.function: p for p in files(tmp_path, before, later).pairs}
    assert (found["step"].verdict, found["use"].verdict) == ("equivalent", "different")


def test_a_caller_that_passes_what_an_added_parameter_takes(tmp_path: Path) -> None:
    before = "def step(n: int, by: int = 1) -> int:\n    return n + by\n\n"
    before += "def use(n: int) -> int:\n    return step(n, by=5)\n"
    later = before.replace("by: int = 1)", "k: int = 1, by: int = 0)").replace("n + by", "n + k")
    found = {p.after.function: p for p in files(tmp_path, before, later).pairs}
    assert (found["step"].verdict, found["use"].verdict) == ("equivalent", "different")
