"""Code that means to reach beyond its own run: to leave something to the next, to end or to speak for others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from verheal.prover.isolation.model import OS_LEVELS, Isolation, Level
from verheal.prover.run.interpreter import Interpreter
from verheal.prover.run.job import Job, ModuleRef
from verheal.prover.run.runner import CallLimits, Runner

CODE = '''
import ctypes, fcntl, gc, json, os, signal, socket, sys, threading, time

def leave_closed_folder(n: int) -> bool:
    folder = os.path.join(os.environ["TMPDIR"], "keep")
    if os.path.lexists(folder):
        return True
    os.mkdir(folder)
    open(os.path.join(folder, "x"), "w").close()
    try:
        os.chmod(folder, 0)
    except OSError:
        pass
    return False

def leave_deep_folders(n: int) -> bool:
    if os.path.lexists("a"):
        return True
    for _ in range(1100):
        os.mkdir("a")
        os.chdir("a")
    return False

def leave_anywhere(n: int) -> bool:
    found = False
    for folder in ("/dev", "/dev/shm", "/tmp", "/", "/dev/pts", "/dev/mqueue", "/run", "/var/tmp", "/proc"):
        path = folder + "/verheal-keep"
        found = found or os.path.lexists(path)
        try:
            open(path, "w").close()
        except OSError:
            pass
    return found

def leave_flags(n: int) -> bool:
    found = False
    for number in range(256):
        try:
            flags = fcntl.fcntl(number, fcntl.F_GETFL)
        except OSError:
            continue
        found = found or (flags & os.O_APPEND and number != 1 and number != 2)
        fcntl.fcntl(number, fcntl.F_SETFL, flags | (os.O_APPEND if number == 0 else os.O_NONBLOCK))
    return bool(found)


def leave_thread(n: int) -> bool:
    path = os.path.join(os.environ["TMPDIR"], "ticks")
    found = os.path.exists(path)
    def tick() -> None:
        while True:
            open(path, "a").close()
            time.sleep(0.001)
    threading.Thread(target=tick, daemon=True).start()
    time.sleep(0.05)
    return found

def leave_lock(n: int) -> bool:
    with open(__file__) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
        globals()["kept"] = os.dup(file.fileno())
    return False

def owned_signal(n: int) -> int:
    reading, writing = os.pipe()
    fcntl.fcntl(reading, fcntl.F_SETOWN, os.getppid())
    fcntl.fcntl(reading, 10, int(signal.SIGKILL))
    fcntl.fcntl(reading, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    os.write(writing, b"x")
    time.sleep(0.2)
    return n

def owned_signal_by_ioctl(n: int) -> int:
    reading, writing = os.pipe()
    fcntl.ioctl(reading, 0x8901, os.getppid().to_bytes(4, "little"))
    return n

def outlive(n: int) -> int:
    if ctypes.CDLL(None, use_errno=True).prctl(1, 0, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")
    return n

def other_user(n: int) -> None:
    os.setuid(12345)

def device(n: int) -> None:
    os.mknod("disk", 0o600 | 0o060000, os.makedev(252, 0))

def reporter() -> object:
    return next(one for one in gc.get_objects() if type(one).__name__ == "Reporter")

def end_early(n: int) -> int:
    told = reporter()
    told.send("done", index=0, record={"end": True, "cpu": 0, "outcome": "returned", "result": "'early'"})
    time.sleep(0.2)
    for index in (0, 1):
        told.send("start", index=index)
        told.send("done", index=index, record={"outcome": "returned", "result": "'FORGED'"})
    return n

def nonsense(n: int) -> int:
    told = reporter()
    for text in (b"[" * 200_000, b'{"a":' * 90_000, b"\\xff\\xfe", b"[]", b"7", b"9" * 9000):
        os.write(told.pipe, b"\\n" + text + b"\\n")
    for index in ("x", None, -1, 10 ** 30, 1.5, [], True):
        told.send("start", index=index)
        told.send("done", index=index, record={"outcome": "returned"})
    told.send("done", index=0, record="text")
    told.send("import_error", record={"outcome": "import_error"})
    return n

def inherited(n: int) -> list[int]:
    found = []
    for number in range(3, 256):
        try:
            path = os.readlink(f"/proc/self/fd/{number}")
        except OSError:
            continue
        if "/dev/null" not in path and "stays.py" not in path and number != reporter().pipe:
            found.append(number)
    return found

def innocent(n: int) -> int:
    return n + 1
'''


@pytest.fixture(params=OS_LEVELS)
def warm(
    request: pytest.FixtureRequest, interpreter: Interpreter, held: dict[Level, str], tmp_path: Path
) -> Iterator[Runner]:
    level: Level = request.param
    if held[level]:
        pytest.skip(f"{level} does not hold here: {held[level]}")
    for name in ("code", "boxes"):
        (tmp_path / name).mkdir()
    (tmp_path / "code" / "stays.py").write_text(CODE)
    limits = CallLimits(call_cpu=0.5, call_wall=3.0, import_cpu=5.0, import_wall=20.0, most_hangs=2)
    runner = Runner(interpreter, Isolation(level, ""), (str(tmp_path / "code"),), limits)
    warmed = runner.warmed(str(tmp_path / "boxes"))
    assert warmed.warm is not None
    yield warmed
    warmed.warm.close()


def told(runner: Runner, *calls: str) -> list[object]:
    folder = runner.readable[0]
    place = ModuleRef(folder, "stays", f"{folder}/stays.py")
    records = runner.run(place, [Job(call, call.partition("(")[0]) for call in calls])
    return [r.get("result") if r["outcome"] == "returned" else r["outcome"] for r in records]


def boxes(runner: Runner) -> list[int]:
    assert runner.warm is not None
    return [process.pid for process in runner.warm._running.values()]


@pytest.mark.parametrize(
    "name",
    ["leave_closed_folder", "leave_deep_folders", "leave_anywhere", "leave_flags", "leave_thread", "leave_lock"],
)
def test_nothing_is_left_to_the_next_request(warm: Runner, name: str) -> None:
    for _ in range(3):
        assert told(warm, f"{name}(1)") == ["False"]
        assert told(warm, "innocent(1)") == ["2"]


@pytest.mark.parametrize("name", ["owned_signal", "owned_signal_by_ioctl", "outlive", "other_user", "device"])
def test_what_would_reach_others_is_refused(warm: Runner, name: str) -> None:
    assert told(warm, "innocent(1)") == ["2"]
    before = boxes(warm)
    assert told(warm, f"{name}(1)") == ["raised"]
    assert told(warm, "innocent(1)") == ["2"] and boxes(warm) == before


def test_no_answer_ends_early_and_none_reaches_another_request(warm: Runner) -> None:
    for _ in range(3):
        assert len(told(warm, "end_early(1)", "innocent(5)")) == 2
        assert told(warm, "innocent(1)", "innocent(2)") == ["2", "3"]


def test_nonsense_is_passed_over(warm: Runner) -> None:
    assert told(warm, "innocent(1)") == ["2"]
    before = boxes(warm)
    assert told(warm, "nonsense(1)", "innocent(5)") == ["1", "6"]
    assert told(warm, "innocent(1)") == ["2"] and boxes(warm) == before


def test_a_worker_inherits_nothing(warm: Runner) -> None:
    if warm.isolation.level == "bubblewrap":  # elsewhere there is no /proc to look at
        assert told(warm, "inherited(1)") == ["[]"]
