"""Code that misbehaves in every way we could think of: contained, told clearly, and the calls after it still
answered."""

# ruff: noqa: E501 - the programs stand on one line each
from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from verheal.prover.isolation.model import OS_LEVELS
from verheal.prover.run.job import Job
from verheal.prover.run.runner import Runner

GOOD = "def good(n: int) -> int:\n    return n + 1\n"
OUTCOMES = {
    "exit": ("import os\ndef f(n: int) -> int:\n    os._exit(0)\n", "died"),
    "segfault": ("import ctypes\ndef f(n: int) -> int:\n    return ctypes.string_at(0)[0]\n", "died"),
    "abort": ("import os\ndef f(n: int) -> int:\n    os.abort()\n", "died"),
    "loop": ("def f(n: int) -> int:\n    while True:\n        pass\n", "timeout"),
    "native loop": ("def f(n: int) -> int:\n    return len(str(9 ** 9 ** 9))\n", "timeout"),
    "sleep": ("import time\ndef f(n: int) -> int:\n    time.sleep(1000)\n    return n\n", "timeout"),
    "swallows": (
        "def f(n: int) -> int:\n    while True:\n        try:\n            while True:\n                pass\n"
        "        except BaseException:\n            pass\n", "timeout",
    ),
    "swallows once": (
        "def f(n: int) -> int:\n    try:\n        while True:\n            pass\n"
        "    except BaseException:\n        return 7\n", "timeout",
    ),
    "ignores signals": (
        "import signal\ndef f(n: int) -> int:\n    signal.signal(signal.SIGVTALRM, signal.SIG_IGN)\n"
        "    signal.signal(signal.SIGTERM, signal.SIG_IGN)\n    while True:\n        pass\n", "timeout",
    ),
    "stops itself": ("import os, signal\ndef f(n: int) -> int:\n    os.kill(os.getpid(), signal.SIGSTOP)\n", "timeout"),
    "closes everything": ("import os\ndef f(n: int) -> int:\n    os.closerange(0, 4096)\n    return n\n", "died"),
    "memory": ("def f(n: int) -> int:\n    return len(bytearray(10 ** 10))\n", "raised"),
    "slow memory": ("def f(n: int) -> int:\n    a = bytearray(1)\n    while True:\n        a += a\n", "raised"),
    "sys.exit": ("import sys\ndef f(n: int) -> int:\n    sys.exit(0)\n", "raised"),
    "keyboard interrupt": ("def f(n: int) -> int:\n    raise KeyboardInterrupt\n", "raised"),
    "deep": ("def f(n: int) -> int:\n    return f(n + 1)\n", "raised"),
    "prints": ("def f(n: int) -> int:\n    print('{\"outcome\": 1}' * 3000000, flush=True)\n    return n\n", "returned"),
    "reads input": ("def f(n: int) -> int:\n    return len(input())\n", "raised"),
    "closes stdout": ("import sys\ndef f(n: int) -> int:\n    sys.stdout.close()\n    return n\n", "returned"),
    "changes directory": ("import os\ndef f(n: int) -> int:\n    os.chdir('/')\n    return n\n", "returned"),
    "bad repr": ("class R:\n    def __repr__(self): raise ValueError\ndef f(n: int) -> R:\n    return R()\n", "returned"),
    "endless repr": (
        "class R:\n    def __repr__(self):\n        while True:\n            pass\ndef f(n: int) -> R:\n    return R()\n",
        "timeout",
    ),
    "writes to every descriptor": (
        "import os\ndef f(n: int) -> int:\n    for fd in range(1024):\n        try:\n"
        "            os.write(fd, b'{\"event\": \"done\", \"index\": 0}\\n')\n        except OSError:\n            pass\n"
        "    return n\n", "returned",
    ),
    "thread": (
        "import threading, time\ndef f(n: int) -> int:\n    threading.Thread(target=time.sleep, args=(99,)).start()\n"
        "    return n\n", "returned",
    ),
    "huge result": ("def f(n: int) -> str:\n    return 'x' * 10 ** 7\n", "returned"),
    "many digits": ("def f(n: int) -> int:\n    return 10 ** 6000\n", "returned"),
    "recursion limit": ("import sys\ndef f(n: int) -> int:\n    sys.setrecursionlimit(50)\n    return n\n", "returned"),
}  # fmt: skip


@pytest.mark.parametrize("name", OUTCOMES)
def test_outcome_is_told_and_the_next_call_is_answered(name: str, runner: Runner, write_module) -> None:
    text, outcome = OUTCOMES[name]
    module = write_module(text + GOOD)
    jobs = [Job("good(1)", "good"), Job("f(1)", "f"), Job("good(2)", "good"), Job("good(3)", "good")]
    records = runner.run(module, jobs)
    assert records[1]["outcome"] == outcome, records[1]
    assert [records[i].get("result") for i in (0, 2, 3)] == ["2", "3", "4"], records


@pytest.mark.parametrize(
    "name", ["exit", "segfault", "loop", "swallows", "closes everything", "memory", "deep"]
)
def test_every_level_contains(name: str, any_runner: Runner, write_module) -> None:
    text, outcome = OUTCOMES[name]
    records = any_runner.run(write_module(text + GOOD), [Job("f(1)", "f"), Job("good(2)", "good")])
    assert [records[0]["outcome"], records[1].get("result")] == [outcome, "3"], records


IMPORTS = {
    "raises": ("raise ValueError('no')\n", "import_error"),
    "sys.exit": ("import sys\nsys.exit(0)\n", "import_error"),
    "syntax": ("def f(:\n", "import_error"),
    "missing": ("import a_module_that_is_nowhere\n", "import_error"),
    "loop": ("while True:\n    pass\n", "import_timeout"),
    "sleep": ("import time\ntime.sleep(99)\n", "import_timeout"),
    "exit": ("import os\nos._exit(0)\n", "import_died"),
    "segfault": ("import ctypes\nctypes.string_at(0)\n", "import_died"),
    "closes": ("import os\nos.closerange(0, 4096)\n", "import_died"),
}


@pytest.mark.parametrize("name", IMPORTS)
def test_a_module_that_cannot_be_imported_is_a_clear_answer_to_every_job(
    name: str, runner: Runner, write_module
) -> None:
    text, outcome = IMPORTS[name]
    records = runner.run(write_module(text + GOOD), [Job("good(1)", "good"), Job("good(2)", "good")])
    assert [record["outcome"] for record in records] == [outcome, outcome], records
    assert all(record["requires_held"] is None for record in records)


def test_nothing_outside_is_written_deleted_or_read(any_runner: Runner, write_module, tmp_path: Path) -> None:
    if any_runner.isolation.level not in OS_LEVELS:
        pytest.skip("resource limits alone do not guard files; such functions are not run there")
    victim = tmp_path / "victim.txt"
    victim.write_text("secret")
    module = write_module(
        f"""
        import os, shutil, pathlib
        VICTIM = {str(victim)!r}
        def delete(n: int) -> None:
            os.remove(VICTIM)
        def write(n: int) -> None:
            open(VICTIM, "w").write("gone")
        def read(n: int) -> str:
            return open(VICTIM).read()
        def spoil(n: int) -> None:
            open(__file__, "a").write("# spoiled")
        def chmod(n: int) -> None:
            os.chmod(__file__, 0)
        def remove_tree(n: int) -> None:
            shutil.rmtree(os.path.dirname(__file__))
        def scratch(n: int) -> str:
            pathlib.Path("file").write_text("x")
            return pathlib.Path("file").read_text()
        def home(n: int) -> list[str]:
            return os.listdir(os.path.expanduser("~root"))
        """
    )
    before = Path(module.path).read_text()
    names = ["delete", "write", "read", "spoil", "chmod", "remove_tree"]
    records = any_runner.run(module, [Job(f"{name}(1)", name) for name in [*names, "scratch"]])
    for name, record in zip(names, records, strict=False):
        assert record["outcome"] == "raised", (name, record)
        assert record["exception"]["environment"] is True, (name, record)
    assert records[-1]["result"] == "'x'"
    assert victim.read_text() == "secret"
    assert Path(module.path).read_text() == before


def test_no_network_no_processes_no_signals(any_runner: Runner, write_module) -> None:
    module = write_module(
        """
        import os, signal, socket, subprocess
        def connect(n: int) -> None:
            socket.create_connection(("127.0.0.1", 9), timeout=1)
        def open_socket(n: int) -> int:
            return socket.socket(socket.AF_INET, socket.SOCK_STREAM).fileno()
        def run(n: int) -> bytes:
            return subprocess.check_output(["/bin/echo", "hi"])
        def bomb(n: int) -> int:
            while True:
                os.fork()
        def kill_parent(n: int) -> None:
            os.kill(os.getppid(), signal.SIGKILL)
        def kill_all(n: int) -> None:
            os.kill(-1, signal.SIGKILL)
        def good(n: int) -> int:
            return n + 1
        """
    )
    hostile = ["open_socket", "run", "bomb", "kill_parent", "connect", "kill_all"]
    if any_runner.isolation.level not in OS_LEVELS:
        hostile = ["run", "bomb", "kill_parent"]  # the worker's own filter holds at every level
    jobs = [Job(f"{name}(1)", name) for name in hostile]
    records = any_runner.run(module, [*jobs, Job("good(1)", "good")])
    for name, record in zip(hostile, records, strict=False):
        assert record["outcome"] == "raised", (name, record)
        assert record["exception"]["environment"] is True, (name, record)
    assert records[-1]["result"] == "2"


def test_no_secret_reaches_the_code(
    any_runner: Runner, write_module, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "hunter2")
    module = write_module(
        "import os\ndef f(n: int) -> str:\n    return os.environ.get('SECRET_TOKEN', 'none')\n"
    )
    assert any_runner.run(module, [Job("f(1)", "f")])[0]["result"] == "'none'"


def test_nothing_survives_the_run(any_runner: Runner, write_module) -> None:
    mark = f"verheal-left-over-{os.getpid()}"
    module = write_module(
        f"""
        import ctypes, time
        def f(n: int) -> int:
            ctypes.CDLL(None).prctl(15, b"{mark}"[:15], 0, 0, 0)
            time.sleep(1000)
            return n
        """
    )
    began = time.monotonic()
    assert any_runner.run(module, [Job("f(1)", "f")])[0]["outcome"] == "timeout"
    assert time.monotonic() - began < 20
    names = [p.read_text().strip() for p in Path("/proc").glob("[0-9]*/comm") if p.exists()]
    assert mark[:15] not in names


def test_the_whole_child_has_a_wall_limit(interpreter, runner: Runner, write_module) -> None:
    module = write_module("import time\ndef f(n: int) -> int:\n    time.sleep(1)\n    return n\n" + GOOD)
    hasty = Runner(interpreter, runner.isolation, limits=runner.limits, wall_seconds=2.5)
    records = hasty.run(module, [Job("good(1)", "good"), *[Job("f(1)", "f")] * 9])
    assert records[0]["outcome"] == "returned"
    assert records[-1]["outcome"] == "lost"


def test_state_of_the_process_is_put_back_between_calls(runner: Runner, write_module) -> None:
    module = write_module(
        """
        import os, sys
        def spoil(n: int) -> int:
            os.chdir("/")
            sys.setrecursionlimit(60)
            sys.stdout.close()
            return n
        def look(n: int) -> bool:
            print("still open")
            return os.getcwd() != "/" and sys.getrecursionlimit() > 100
        """
    )
    assert runner.run(module, [Job("spoil(1)", "spoil"), Job("look(1)", "look")])[1]["result"] == "True"


def test_what_the_box_lacks_is_no_fault_of_the_code(runner: Runner, write_module) -> None:
    module = write_module(
        """
        import os, sys
        def variable(n: int) -> str:
            return os.environ["SURELY_NOT_SET"]
        def asks(n: int) -> str:
            return input()
        def own(n: int) -> int:
            return {}[n]
        def arguments(n: int) -> str:
            return sys.argv[1]
        """
    )
    records = runner.run(module, [Job(f"{name}(1)", name) for name in ("variable", "asks", "own", "arguments")])
    assert [record["outcome"] for record in records] == ["raised"] * 4
    assert [record["exception"]["environment"] for record in records] == [True, True, False, False]
