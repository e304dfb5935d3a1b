"""Confined supervisors that stay: one for each hash seed answers many requests, each with fresh workers.

Starting a box costs a hundred times what a call costs. What a request may leave behind is the scratch
folder, which the supervisor empties. What touches the world gets a box of its own, but under bubblewrap.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verheal.prover.isolation.model import Box, Level, Limits
from verheal.prover.isolation.wrap import wrap

if TYPE_CHECKING:
    Supervisor = subprocess.Popen[bytes]

CHUNK = 1 << 16
PATIENCE = 1.0  # seconds for a supervisor that is asked nothing more to end by itself


@dataclass
class Warm:
    """The supervisors of one worker process. `folder` is where their scratch folders are made.

    `preloaded` are libraries that they import before the first request. `cpu_seconds` is what they and all their
    workers used for the requests so far: the kernel tells the caller of a box's time only when the box has ended
    by itself.
    """

    folder: str
    argv: tuple[str, ...]
    level: Level
    readable: tuple[str, ...]
    limits: Limits
    preloaded: tuple[str, ...] = ()
    cpu_seconds: float = 0.0
    _running: dict[int, Supervisor] = field(default_factory=dict)

    def ask(self, header: dict[str, object], jobs: Sequence[str], hash_seed: int) -> str | None:
        """What the supervisor answered; None when it was not there to the end, and should be asked anew."""
        request = os.urandom(8).hex()
        lines = [json.dumps({**header, "count": len(jobs), "request": request}), *jobs]
        if hash_seed in self._running and self._running[hash_seed].poll() is not None:
            self._drop(hash_seed)
        process = self._running.get(hash_seed) or self._start(hash_seed)
        self._running[hash_seed] = process
        end = time.monotonic() + self.limits.wall_seconds
        try:
            given = process.stdin
            assert given is not None
            given.write(("\n".join(lines) + "\n").encode("utf-8"))
            given.flush()
            output, ended = _read(process, end, request)
        except OSError:
            output, ended = b"", False
        if not ended:
            self._drop(hash_seed)
            # Out of time: what was answered stands. Otherwise it died, of which the caller finds out more.
            return output.decode("utf-8", "replace") if time.monotonic() >= end else None
        text, _, last = output.decode("utf-8", "replace").rstrip("\n").rpartition("\n")
        self.cpu_seconds += float(json.loads(last)["cpu"])
        if process.stdout is not None and select.select([process.stdout], [], [], 0)[0]:
            self._drop(hash_seed)  # it has ended, or says more than it was asked: not to be asked again
        return text

    def _start(self, hash_seed: int) -> Supervisor:
        scratch = tempfile.mkdtemp(prefix="box-", dir=self.folder)
        box = Box(scratch, self.readable, self.limits, processes=True, hash_seed=hash_seed)
        command = wrap((*self.argv, "--stay", *self.preloaded), self.level, box)
        return subprocess.Popen(
            command.argv, env=command.env, cwd=command.cwd, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    def _drop(self, hash_seed: int) -> None:
        from verheal.prover.run.runner import kill_group

        process = self._running.pop(hash_seed)
        if process.poll() is None:
            kill_group(process.pid)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()

    def close(self) -> None:
        """Let them all end. Without it they are killed with this process, and nobody is told their CPU time."""
        for process in self._running.values():
            with contextlib.suppress(OSError):
                if process.stdin is not None:
                    process.stdin.close()
        for hash_seed, process in list(self._running.items()):
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE)
            self._drop(hash_seed)


def _read(process: Supervisor, end: float, request: str) -> tuple[bytes, bool]:
    """Everything up to the line that ends the answer to this request, and whether that line came."""
    assert process.stdout is not None
    pipe = process.stdout.fileno()
    output = bytearray()
    while (left := end - time.monotonic()) > 0:
        if not select.select([pipe], [], [], left)[0]:
            break
        chunk = os.read(pipe, CHUNK)
        if not chunk:
            break
        output += chunk
        if output.endswith(b"\n") and _ends(bytes(output[output.rfind(b"\n", 0, -1) + 1 :]), request):
            return bytes(output), True
    return bytes(output), False


def _ends(line: bytes, request: str) -> bool:
    """Only the supervisor itself writes at this level: what a worker says stands inside a "record"."""
    if not line.startswith(b'{"end": true'):
        return False
    value = json.loads(line)
    return value.get("end") is True and value.get("request") == request
