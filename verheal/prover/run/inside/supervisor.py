"""Starts workers, listens to them, and answers for the calls that a worker did not survive."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import time
from typing import TYPE_CHECKING, Any, TextIO

from . import worker
from .loading import preload

if TYPE_CHECKING:
    Job = dict[str, Any]

__all__ = ["out_of_reach", "preload", "serve", "tell", "tidy"]

LONGEST_RECORD = 1 << 20
TICK = 0.05  # seconds between two looks at a silent worker
SLEEPER = 3  # so many hangs is one that only waits: it takes longer to tell
GRACE_CPU = 0.5  # seconds that a worker may use to answer after its own timer has gone off


class Listening:
    """One worker from its fork to its end. `answered` and `current` are indices of jobs."""

    def __init__(self, pid: int, pipe: int, header: Job, wanted: frozenset[int]) -> None:
        self.pid, self.pipe, self.header, self.wanted = pid, pipe, header, wanted
        self.buffer = b""
        self.answered: list[int] = []
        self.current: int | None = None
        self.imported = False
        self.import_record: Job | None = None
        self.reason = ""
        self.reaped = False
        self.hangs = 0
        self.started_wall, self.started_cpu = time.monotonic(), 0.0
        self.used = 0.0  # CPU seconds of the current call, when last looked at

    def cpu(self) -> float:
        """CPU seconds of the worker's threads so far (clock id of a process, clock_getcpuclockid(3))."""
        try:
            return time.clock_gettime((~self.pid << 3) | 2)
        except (OSError, AttributeError):
            return 0.0

    def take(self, line: bytes, out: TextIO) -> None:
        """One line of the worker. A line that is not ours (user code wrote to the pipe) is passed over."""
        try:
            event = json.loads(line.decode("ascii"))
            kind, nonce = event["event"], event["nonce"]
            index, record = event.get("index", -1), event.get("record", {})
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return
        if nonce != self.header["nonce"] or type(index) is not int or not isinstance(record, dict):
            return
        if index in self.answered:
            return
        self.started_wall, self.started_cpu = time.monotonic(), self.cpu()
        if kind == "imported":
            self.imported = True
        elif kind == "import_error":
            self.import_record = record
        elif kind == "start" and index in self.wanted:
            self.current = index
        elif kind == "done" and self.current == index:
            self.answered.append(index)
            self.hangs += record.get("outcome") == "timeout"
            self.current = None
            answer(out, self.header, index, record)

    def read(self, out: TextIO) -> bool:
        """Waits a tick for lines. False at the end of the pipe."""
        ready, _, _ = select.select([self.pipe], [], [], TICK)
        if not ready:
            return True
        chunk = os.read(self.pipe, 1 << 16)
        self.buffer += chunk
        *lines, self.buffer = self.buffer.split(b"\n")
        for line in lines:
            self.take(line, out)
        if len(self.buffer) > LONGEST_RECORD:
            self.buffer = b""
        return bool(chunk)

    def overdue(self) -> str:
        """Why the worker must be stopped now, or ''. Its own timer comes first; this catches native code and
        sleep."""
        limits = self.header["limits"]
        cpu_limit = limits["call_cpu"] if self.imported else limits["import_cpu"]
        wall_limit = limits["call_wall"] if self.imported else limits["import_wall"]
        self.used = self.cpu() - self.started_cpu
        if self.used > cpu_limit + GRACE_CPU:
            return "cpu"
        if time.monotonic() - self.started_wall > wall_limit:
            return "wall"
        return ""


def answer(out: TextIO, header: Job, index: int, record: Job) -> None:
    """Send one record to the parent. What user code may have had a hand in is inside the record, nowhere else."""
    tell(out, header, index=index, record=record)


def tell(out: TextIO, header: Job, **what: Any) -> None:
    """One line to the parent, with the request that it answers."""
    out.write(json.dumps(dict(what, request=header.get("request"))) + "\n")
    out.flush()


def serve(header: Job, jobs: list[Job], out: TextIO) -> None:
    """Answer every job, with as many workers as it takes."""
    header = dict(header, nonce=os.urandom(8).hex())
    pending = [dict(job, index=i) for i, job in enumerate(jobs)]
    hangs_left = int(header["limits"]["most_hangs"])
    while pending and hangs_left > 0:
        batch = pending[: int(header["limits"]["calls_per_worker"])]
        listening = start(header, batch, out)
        status = finish(listening, out, hangs_left)
        lost = lost_record(listening, status)
        if not listening.imported:
            failed = listening.import_record or dict(lost, outcome="import_" + lost["outcome"])
            answer_all(out, header, pending, failed)
            return
        hangs_left -= listening.hangs
        # A worker that dies between two calls has not harmed one; if it did nothing at all, blame its first.
        blamed = listening.current
        if blamed is None and not listening.answered:
            blamed = batch[0]["index"]
        if blamed is not None:
            answer(out, header, blamed, lost)
            listening.answered.append(blamed)
            hangs_left -= SLEEPER if lost.get("limit") == "wall" else lost["outcome"] == "timeout"
        done = set(listening.answered)
        pending = [job for job in pending if job["index"] not in done]
    answer_all(out, header, pending, {"outcome": "skipped", "why": "too many calls before it did not end"})


def out_of_reach() -> None:
    """Nobody else reads or writes this process's memory through /proc, not even its own workers."""
    worker.dumpable(False)


def tidy(level: str) -> bool:
    """Leave nothing behind of one request that the next could see. Whether that worked: else this box must end."""
    from _verheal_isolation.sweep import sweep  # type: ignore[import-not-found]

    folders = (os.environ["TMPDIR"], *(("/dev/shm",) if level == "bubblewrap" else ()))
    return all(sweep(folder) for folder in folders)


def answer_all(out: TextIO, header: Job, jobs: list[Job], record: Job) -> None:
    for job in jobs:
        answer(out, header, job["index"], record)


def start(header: Job, batch: list[Job], out: TextIO) -> Listening:
    """Fork a worker for these jobs. Of the supervisor's descriptors it keeps only its own pipe."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            worker.work(header, batch, writing)
        finally:
            os._exit(0)
    os.close(writing)
    with contextlib.suppress(OSError):  # both sides do it: whichever comes first
        os.setpgid(pid, pid)
    return Listening(pid, reading, header, frozenset(job["index"] for job in batch))


def finish(listening: Listening, out: TextIO, most_hangs: int) -> int:
    """Listen until the worker ends or is overdue; kill it and whatever it left. Returns its wait status."""
    ended = 0
    while listening.read(out):
        listening.reason = listening.overdue()
        if listening.reason:
            break
        if listening.hangs >= most_hangs:
            listening.current = None
            break
        pid, ended = os.waitpid(listening.pid, os.WNOHANG)
        if pid:
            while listening.read(out) and select.select([listening.pipe], [], [], 0)[0]:
                pass
            listening.reaped = True
            break
    kill_group(listening.pid)
    if not listening.reaped:
        _, ended = os.waitpid(listening.pid, 0)
    os.close(listening.pipe)
    return ended


def kill_group(pid: int) -> None:
    """SIGKILL to the worker and to what it may have started."""
    for send in (os.killpg, os.kill):
        with contextlib.suppress(OSError):
            send(pid, signal.SIGKILL)


def lost_record(listening: Listening, status: int) -> Job:
    """The answer for a call that the worker did not come back from."""
    if listening.reason:
        return {"outcome": "timeout", "limit": listening.reason, "cpu_seconds": round(listening.used, 4)}
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        name = signal.Signals(number).name if number in [int(s) for s in signal.Signals] else str(number)
        if name == "SIGXCPU":
            return {"outcome": "timeout", "limit": "cpu"}
        return {"outcome": "died", "signal": name}
    code = os.WEXITSTATUS(status)
    if code == worker.OVER_TIME:
        return {"outcome": "timeout", "limit": "cpu"}
    if code == worker.PIPE_CLOSED:
        return {
            "outcome": "died",
            "exit_status": code,
            "why": "the code closed file descriptors that are not its own",
        }
    return {"outcome": "died", "exit_status": code}
