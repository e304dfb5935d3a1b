"""Checked code that does harm when it runs: it does not get to, and its verdicts stay honest."""

from __future__ import annotations

import os
import socket
import threading
from pathlib import Path

from tests.bad_input.project import Project, assert_unharmed, processes

HARM = '''
import os, shutil, socket, subprocess, sys, signal, threading, ctypes

HERE = {here!r}
PORT = {port}


def delete(x: int) -> int:
    """
    post: __return__ != x
    """
    for name in os.listdir(HERE):
        path = os.path.join(HERE, name)
        shutil.rmtree(path, ignore_errors=True) if os.path.isdir(path) else os.remove(path)
    return x


def overwrite(x: int) -> int:
    """
    post: __return__ != x
    """
    with open(os.path.join(HERE, "victim.txt"), "w") as file:
        file.write("gone")
    return x


def connect(x: int) -> int:
    """
    post: __return__ != x
    """
    socket.create_connection(("127.0.0.1", PORT), timeout=1).send(b"secret")
    return x


def fork(x: int) -> int:
    """
    post: __return__ != x
    """
    for _ in range(20):
        if os.fork() == 0:
            while True:
                pass
    return x


def spawn(x: int) -> int:
    """
    post: __return__ != x
    """
    subprocess.Popen(["sleep", "1000"], start_new_session=True)
    return x


def fill(x: int) -> int:
    """
    post: __return__ != x
    """
    found = []
    while True:
        found.append(bytearray(1 << 24))


def endless(x: int) -> int:
    """
    post: __return__ != x
    """
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


def murder(x: int) -> int:
    """
    post: __return__ != x
    """
    os.kill(os.getppid(), signal.SIGKILL)
    os.killpg(0, signal.SIGKILL)
    return x


def leave(x: int) -> int:
    """
    post: __return__ != x
    """
    os._exit(0)


def quit(x: int) -> int:
    """
    post: __return__ != x
    """
    sys.exit(0)


def crash(x: int) -> int:
    """
    post: __return__ != x
    """
    return ctypes.string_at(0)[0]


def talk(x: int) -> int:
    """
    post: __return__ == x
    """
    print("LOUD", flush=True)
    os.write(1, b"LOUD")
    os.write(2, b"LOUD")
    sys.stderr.write("LOUD")
    return x


def read(x: int) -> int:
    """
    post: __return__ == 0
    """
    return len(os.environ.get("VERHEAL_TEST_MARK", ""))


def grow(x: int) -> int:
    """
    post: __return__ != x
    """
    return len(str(10 ** 10 ** 10))
'''


def test_harm_is_not_done(project: Project) -> None:
    victim = project.folder / "victim"
    victim.mkdir()
    (victim / "victim.txt").write_text("alive")
    listener = socket.create_server(("127.0.0.1", 0))
    heard: list[bytes] = []
    threading.Thread(target=listen, args=(listener, heard), daemon=True).start()
    project.write("harm.py", HARM.format(here=str(victim), port=listener.getsockname()[1]))
    mark = f"harm-{os.getpid()}"
    done = project.check("-j", "2", "--budget", "1", env={"VERHEAL_TEST_MARK": mark})
    listener.close()
    assert (victim / "victim.txt").read_text() == "alive"
    assert heard == []
    assert not processes(mark)
    assert "LOUD" not in done.err and "LOUD" not in done.out.replace("(\\\"LOUD", "")
    assert done.code in (0, 1)
    functions = {f["function"]: f["verdict"] for f in done.report["functions"]}
    assert len(functions) == 15 and "proved" not in {v for k, v in functions.items() if k != "half"}
    for name in ("endless", "fill", "leave", "crash", "grow"):
        assert done.post(name)["verdict"] == "unknown", name
    assert_unharmed(done)


def listen(listener: socket.socket, heard: list[bytes]) -> None:
    while True:
        try:
            heard.append(listener.accept()[0].recv(100))
        except OSError:
            return


SHADOW = '''
from __future__ import annotations
list = 3

def len(x: int) -> int:
    return -1

def use_len(xs: tuple[int, ...]) -> int:
    """
    post: __return__ >= 0
    """
    return len(3)

def parameter(sum: int) -> int:
    """
    post: __return__ == sum
    """
    return sum

def call_parameter(sum: int) -> int:
    return sum([])

def use_list(x: int) -> int:
    return list([])

def local(x: int) -> int:
    """
    post: __return__ >= 0
    """
    abs = lambda v: v
    return abs(x)
'''


RENAMED = '''
from __future__ import annotations
ValueError = KeyError
True_ = False
range = reversed

def raises(x: int) -> int:
    """
    post: __return__ == 0
    """
    try:
        raise KeyError(x)
    except ValueError:
        return 1

def isinstance(a: int, b: int) -> bool:
    return False

def tells(x: int) -> bool:
    """
    post: __return__
    """
    return isinstance(x, 3)

def late(x: int) -> int:
    """
    post: __return__ == 3
    """
    return max(3, min(x, 3))

def max(a: int, b: int) -> int:
    return 4
'''


def test_shadowed_builtins(project: Project) -> None:
    project.write("shadow.py", SHADOW)
    project.write("renamed.py", RENAMED)
    done = project.check()
    expected = {"use_len": "refuted", "parameter": "proved", "local": "refuted", "raises": "refuted",
                "tells": "refuted", "late": "refuted"}  # fmt: skip
    assert {name: done.post(name)["verdict"] for name in expected} == expected
    for name in ("call_parameter", "use_list"):
        assert done.verdict(name) == "refuted"
    assert_unharmed(done)


def test_constants_that_cannot_be_keys_and_text_that_is_none(project: Project) -> None:
    project.write("constants.py", '''
        KEYS = [{}, {1: 2}, [3]]
        NOT_TEXT = "\\ud800"
        NEVER = {[]: 1} if False else {}

        def unhashable(x: int) -> int:
            """
            post: __return__ == 1
            """
            return {[x]: 1}[[x]]

        def member(x: int) -> bool:
            return {} in {1, 2}

        def surrogate(s: str) -> bool:
            """
            post: not __return__
            """
            return s == "a\\ud800b"

        def returned(x: int) -> str:
            """
            post: len(__return__) == 2
            """
            return "\\ud800"
        ''')
    done = project.run("check", "src", "--budget", "2", "--format", "json", "-o", "out.json",
                       "--format", "sarif", "-o", "out.sarif", "--repro", "repro")  # fmt: skip
    assert done.code == 1
    report = type(done)(1, (project.folder / "out.json").read_text(), "")
    for name in ("unhashable", "member", "surrogate", "returned"):
        assert report.verdict(name) == "refuted", name
    (project.folder / "out.sarif").read_text(encoding="utf-8").encode()
    assert list(Path(project.folder / "repro").glob("test_*.py"))


def test_huge_functions_and_long_chains(project: Project) -> None:
    project.write("huge.py", "def huge(x: int) -> int:\n" + "".join(
        f"    x = x + {i}\n" for i in range(10_000)) + "    return x\n")  # fmt: skip
    project.write("branches.py", "def branches(x: int) -> int:\n    y = 0\n" + "".join(
        f"    if x == {i}:\n        y += {i}\n" for i in range(1500)) + "    return y\n")  # fmt: skip
    for n in (900, 2000, 3000):
        head = f"def chain_{n}(a: int) -> int:\n    return "
        project.write(f"chain{n}.py", head + " + ".join(["a"] * n) + "\n")
    project.write("ands.py", "def ands(a: int) -> bool:\n    return " + " and ".join(["a > 0"] * 3000) + "\n")
    project.write("calls.py", "def calls(a: int) -> int:\n    return " + "abs(" * 150 + "a" + ")" * 150 + "\n")
    project.write("elifs.py", "def elifs(a: int) -> int:\n    if a == 0:\n        return 0\n" + "".join(
        f"    elif a == {i}:\n        return {i}\n" for i in range(1, 400)) + "    return a\n")  # fmt: skip
    done = project.check("-j", "2")
    assert not {f["verdict"] for f in done.report["functions"]} & {"refuted"}
    told = {f["function"] for f in done.report["functions"]} | {p for p, _ in done.problems()}
    assert told >= {"huge", "branches", "chain_900", "ands", "calls", "elifs"}
    for n in (2000, 3000):
        assert f"chain_{n}" in told or f"src/chain{n}.py" in told
    assert not any("error" in str(o["reason"]) for o in done.report["obligations"]), [
        o["reason"] for o in done.report["obligations"]
    ]
    assert_unharmed(done)
