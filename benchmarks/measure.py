"""Runs a command and says what it cost, all its processes included."""

from __future__ import annotations

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

    Both include every child that was waited for, as RUSAGE_CHILDREN does, but of this command alone.
    `code` is negative for a signal, as in subprocess.
    """

    code: int
    out: str
    err: str
    cpu: float
    wall: float
    peak: int
    late: bool  # killed because its time was up


def run(
    command: list[str],
    *,
    cwd: Path = ROOT,
    stdin: str = "",
    limit: float = 3600.0,
    env: Mapping[str, str] | None = None,
) -> Done:
    """`limit` is in seconds of wall clock: the whole process group is killed when it is over."""
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
        status, usage, late = _wait(process.pid, start + limit)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Done(
            code=process.returncode,
            out=out.read().decode(errors="replace"),
            err=err.read().decode(errors="replace"),
            cpu=usage.ru_utime + usage.ru_stime,
            wall=time.monotonic() - start,
            peak=usage.ru_maxrss * 1024,
            late=late,
        )


def _wait(pid: int, end: float) -> tuple[int, resource.struct_rusage, bool]:
    """wait4 rather than Popen.wait: only it tells what this one child and its descendants used."""
    pause = 0.001
    while time.monotonic() < end:
        found, status, usage = os.wait4(pid, os.WNOHANG)
        if found:
            return status, usage, False
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)
    os.killpg(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    return status, usage, True


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
