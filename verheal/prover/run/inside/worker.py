"""A worker: shuts itself in, imports the module under test, runs calls one after the other."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any

from _verheal_isolation import seccomp  # type: ignore[import-not-found]

from . import call, loading, timer
from .records import exception_record

if TYPE_CHECKING:
    Job = dict[str, Any]

OVER_TIME = timer.OVER_TIME
PIPE_CLOSED = 86
PR_SET_PDEATHSIG, PR_SET_DUMPABLE = 1, 4
HIGH = 200  # the private pipe sits up here, away from descriptors that code counts up from 3


class Reporter:
    """The only way out. Lines carry a nonce, so that what user code writes to the descriptor is not
    believed."""

    def __init__(self, pipe: int, nonce: str) -> None:
        self.pipe, self.nonce = pipe, nonce

    def send(self, event: str, **rest: Any) -> None:
        """Write one whole line, or end the worker when the pipe is gone."""
        line = json.dumps(dict(rest, event=event, nonce=self.nonce))
        data = b"\n" + line.encode("ascii") + b"\n"
        try:
            while data:
                data = data[os.write(self.pipe, data) :]
        except OSError:
            os._exit(PIPE_CLOSED)


def dumpable(yes: bool) -> None:
    """Whether others of this user may look into this process."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, int(yes), 0, 0, 0)


def cut_off(pipe: int) -> int:
    """Of all that the supervisor has open only the pipe stays, moved high; what leads nowhere is opened anew.

    Descriptors that two processes share carry flags and positions from one to the other.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    high = move_high(pipe)
    os.closerange(3, high)
    os.closerange(high + 1, most_files())
    return high


def most_files() -> int:
    top = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return 4096 if top == resource.RLIM_INFINITY else min(top, 4096)


def move_high(pipe: int) -> int:
    """The pipe under a high number that the open-file limit still allows."""
    import fcntl

    top = most_files()
    wanted = HIGH if top > HIGH + 8 else max(3, top // 2)
    return fcntl.fcntl(pipe, fcntl.F_DUPFD_CLOEXEC, wanted)


def shut_in(header: Job) -> str:
    """No processes, no signals to others; returns why not, or ''. Where seccomp is missing, a process
    limit."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    with contextlib.suppress(OSError):
        os.setpgid(0, 0)
    problem = str(seccomp.install(seccomp.Rules(no_fork=True, own_pid=os.getpid())))
    if problem and hasattr(resource, "RLIMIT_NPROC") and os.getuid() != 0:
        hard = resource.getrlimit(resource.RLIMIT_NPROC)[1]
        mine = own_tasks() + 32
        limit = mine if hard == resource.RLIM_INFINITY else min(mine, hard)
        resource.setrlimit(resource.RLIMIT_NPROC, (limit, limit))
    if problem and header.get("level") == "landlock":
        os._exit(PIPE_CLOSED + 1)  # promised and not kept: run nothing
    return problem


def own_tasks() -> int:
    """How many threads this user has now: the process limit counts them all."""
    total = 0
    for entry in os.listdir("/proc") if os.path.isdir("/proc") else []:
        try:
            if entry.isdigit() and os.stat("/proc/" + entry).st_uid == os.getuid():
                total += len(os.listdir("/proc/" + entry + "/task"))
        except OSError:
            continue
    return total


def work(header: Job, batch: list[Job], pipe: int) -> None:
    """Run the batch and end the process without running the user's exit handlers."""
    reporter = Reporter(cut_off(pipe), header["nonce"])
    dumpable(True)
    shut_in(header)
    limits = header["limits"]
    streams = quiet(())
    sys.argv[:] = ["-c"]  # as where the call is run by hand, whatever the supervisor was told
    home = os.getcwd()
    try:
        with timer.limited(limits["import_cpu"]):
            module = loading.load(header["module"], header.get("preloaded", ()))
    except timer.OverTime:
        reporter.send("import_error", record={"outcome": "import_timeout", "limit": "cpu"})
        os._exit(0)
    except (
        BaseException
    ) as error:  # SystemExit and KeyboardInterrupt too: they must not end the worker unheard
        record = exception_record(error, {}, header["module"].get("path", ""))
        reporter.send("import_error", record={"outcome": "import_error", "exception": record})
        os._exit(0)
    reporter.send("imported")
    depth = sys.getrecursionlimit()
    for job in batch:
        reporter.send("start", index=job["index"])
        record = call.run(module, job, limits)
        reporter.send("done", index=job["index"], record=record)
        restore(home, depth)
        streams = quiet(streams)
    os._exit(0)


def quiet(streams: Any) -> Any:
    """Streams that lead nowhere, unless these are still in use and open: code may close or replace them."""
    wanted = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))
    for number, (name, mode) in enumerate(wanted):
        current = getattr(sys, name)
        if not streams or current is not streams[number] or current.closed:
            # They take every character: that standard output works is an assumption of what is proved.
            setattr(sys, name, open(os.devnull, mode, errors="backslashreplace"))  # noqa: SIM115 - lives on
    return sys.stdin, sys.stdout, sys.stderr


def restore(home: str, depth: int) -> None:
    """Undo what a call may have changed of the process, so that the next one starts alike."""
    try:
        os.chdir(home)
        sys.setrecursionlimit(depth)
        sys.settrace(None)
        sys.setprofile(None)
        threading.settrace(None)
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.alarm(0)
    except (OSError, RecursionError):
        pass
