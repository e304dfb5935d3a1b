"""Runs a command and says what it cost, all its processes included."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Done:
    """How a command ended. Seconds; `cpu` is user and system, `peak` the bytes of the largest process.

    Both include every descendant, as RUSAGE_CHILDREN does, but of this command alone, and with those that
    its own processes did not wait for, such as a fork server (on Linux).
    `code` is negative for a signal, as in subprocess.
    """

    code: int
    out: str
    err: str
    cpu: float
    wall: float
    peak: int
    late: bool  # killed because its time was up


@dataclass
class Usage:
    cpu: float = 0.0
    peak: int = 0

    def add(self, usage: resource.struct_rusage) -> None:
        self.cpu += usage.ru_utime + usage.ru_stime
        self.peak = max(self.peak, usage.ru_maxrss * 1024)


def run(
    command: list[str],
    *,
    cwd: Path = ROOT,
    stdin: str = "",
    limit: float = 3600.0,
    env: Mapping[str, str] | None = None,
) -> Done:
    """`limit` is in seconds of wall clock: the whole process group is killed when it is over.

    Nothing else may have children of this process at the same time.
    """
    adopt_orphans()
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        given.write(stdin.encode())
        given.seek(0)
        start = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=cwd,
            stdin=given,
            stdout=out,
            stderr=err,
            env={**os.environ, **(env or {})},
            start_new_session=True,
        )
        used = Usage()
        try:
            status = _wait(process.pid, start + limit, used)
        except BaseException:  # Ctrl-C leaves nothing running
            os.killpg(process.pid, signal.SIGKILL)
            raise
        wall = time.monotonic() - start
        late = status is None
        if status is None:
            os.killpg(process.pid, signal.SIGKILL)
            status = _wait(process.pid, time.monotonic() + 60, used) or signal.SIGKILL
        process.returncode = os.waitstatus_to_exitcode(status)
        _reap(process.pid, used)
        out.seek(0)
        err.seek(0)
        return Done(
            code=process.returncode,
            out=out.read().decode(errors="replace"),
            err=err.read().decode(errors="replace"),
            cpu=used.cpu,
            wall=wall,
            peak=used.peak,
            late=late,
        )


def adopt_orphans() -> None:
    """Grandchildren whose parent ends become children of this process: only then is their time known."""
    with contextlib.suppress(OSError, AttributeError):  # elsewhere than on Linux they go uncounted
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def _wait(pid: int, end: float, used: Usage) -> int | None:
    """The status of the process, None when it did not end in time. Adopted orphans are counted on the way."""
    pause = 0.001
    while time.monotonic() < end:
        found, status, usage = os.wait4(-1, os.WNOHANG)
        if found:
            used.add(usage)
            if found == pid:
                return status
            continue
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)
    return None


def _reap(group: int, used: Usage, patience: float = 20.0) -> None:
    """Whatever the command left behind: it may end by itself; after `patience` its group is killed."""
    end = time.monotonic() + patience
    killed = False
    while True:
        try:
            found, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if found:
            used.add(usage)
        elif time.monotonic() < end:
            time.sleep(0.02)
        elif killed:
            return
        else:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(group, signal.SIGKILL)
            killed, end = True, time.monotonic() + 5


def table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    """Columns in line for the terminal; the first to the left, the others to the right."""
    lines = [head, *(tuple(_cell(cell) for cell in row) for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def markdown(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    """The same as a table in Markdown."""
    lines = [head, ("---", *("--:" for _ in head[1:])), *(tuple(_cell(c) for c in row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    text = f"{value:,.1f}" if isinstance(value, float) else str(value)
    return text.replace("|", "\\|") if isinstance(value, str) else text
