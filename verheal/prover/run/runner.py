"""Runs jobs in a confined child and collects its answers."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from verheal.prover.isolation import seccomp
from verheal.prover.isolation.model import Box, Command, Isolation, Limits
from verheal.prover.isolation.probe import interpreter_roots
from verheal.prover.isolation.sweep import scratch_folder
from verheal.prover.isolation.wrap import wrap
from verheal.prover.run.interpreter import Interpreter
from verheal.prover.run.job import Job, ModuleRef, Record, told
from verheal.prover.run.warm import Warm


@dataclass(frozen=True)
class CallLimits:
    """Seconds for one call and for the import of its module; CPU counts, wall time is the backstop for
    sleeping."""

    call_cpu: float = 2.0
    call_wall: float = 10.0
    import_cpu: float = 20.0
    import_wall: float = 40.0
    calls_per_worker: int = 200
    most_hangs: int = 5  # after so many calls that did not end, the others of a batch are skipped


@dataclass(frozen=True)
class Runner:
    """Where and how the user's code runs. `readable` are the paths it may read: normally the repository's
    root."""

    interpreter: Interpreter
    isolation: Isolation
    readable: tuple[str, ...] = ()
    limits: CallLimits = field(default_factory=CallLimits)
    memory_bytes: int = 1_500_000_000
    wall_seconds: float = 120.0
    warm: Warm | None = None  # supervisors that stay; without them every request gets a box of its own

    def run(self, module: ModuleRef, jobs: Sequence[Job], hash_seed: int = 0) -> list[Record]:
        """One record per job, in order (see docs of `inside.call`); never raises for what the code does.

        A job that got no answer has outcome "lost" (the whole child was ended, by its limits or from
        outside).
        """
        if not jobs:
            return []
        level = self.isolation.level
        header: dict[str, object] = {"module": asdict(module), "limits": asdict(self.limits), "level": level}
        lines = [json.dumps(data) for data in told(jobs)]
        output, status, errors = self._answered(module, header, lines, hash_seed)
        records: list[Record] = [
            {
                "outcome": "lost",
                "call": job.call,
                "requires_held": None,
                "why": f"status {status}: {errors[-300:]}",
            }
            for job in jobs
        ]
        for index, record in _answers(output):
            if 0 <= index < len(jobs):
                records[index] = {"requires_held": None, **record, "call": jobs[index].call}
        return records

    def _answered(
        self, module: ModuleRef, header: dict[str, object], jobs: list[str], hash_seed: int
    ) -> tuple[str, int, str]:
        output = self.warm.ask(header, jobs, hash_seed) if self.warm is not None else None
        if output is not None:
            return output, 0, ""
        return self.execute(module, "\n".join([json.dumps(header), *jobs]) + "\n", hash_seed)

    def warmed(self, folder: str, preloaded: tuple[str, ...] = ()) -> Runner:
        """The same with supervisors that stay, where the box keeps them from what it runs.

        `folder` is where their scratch folders are made; whoever gives it removes it. `preloaded` are libraries
        that most requests import: trusted, and nothing goes on in them once they are imported.
        """
        if not self.isolation.enough_for_effects or seccomp.program(seccomp.Rules()) is None:
            return self  # what it runs could start processes that outlive the request
        limits = Limits(int(self.wall_seconds) + 10, self.wall_seconds, self.memory_bytes)
        warm = Warm(folder, self._argv(), self.isolation.level, self._readable(), limits, preloaded)
        return replace(self, warm=warm)

    def _argv(self) -> tuple[str, ...]:
        return (self.interpreter.executable, "-s", "-B", str(Path(__file__).resolve().parent / "child.py"))

    def _readable(self) -> tuple[str, ...]:
        folder = Path(__file__).resolve().parent
        ghost = folder.parent.parent / "contracts" / "ghost"
        own = (str(folder), str(folder.parent / "isolation"), str(ghost))
        return (*self.interpreter.paths, *interpreter_roots(), *own, *self.readable)

    def execute(self, module: ModuleRef, text: str, hash_seed: int) -> tuple[str, int, str]:
        """Start the child, give it `text`, and wait: (its output, exit status, its errors)."""
        with scratch_folder() as scratch:
            readable = (*self._readable(), module.root)
            # A worker makes many calls: its own timers limit each of them, this only the sum.
            limits = Limits(int(self.wall_seconds) + 10, self.wall_seconds, self.memory_bytes)
            box = Box(scratch, readable, limits, processes=True, hash_seed=hash_seed)
            return communicate(wrap(self._argv(), self.isolation.level, box), text)


def communicate(command: Command, text: str | None = None) -> tuple[str, int, str]:
    """Run a confined command to its end or its wall limit and kill its whole group: (output, exit status,
    errors).

    Raises OSError when it cannot be started at all.
    """
    process = subprocess.Popen(
        command.argv, env=command.env, cwd=command.cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL if text is None else subprocess.PIPE, text=True,
        encoding="utf-8", errors="replace",
        start_new_session=True,
    )  # fmt: skip
    try:
        output, errors = process.communicate(text, timeout=command.wall_seconds)
    except subprocess.TimeoutExpired:
        kill_group(process.pid)
        output, errors = process.communicate()
    finally:
        kill_group(process.pid)
        process.wait()
    return output or "", process.returncode, errors or ""


def kill_group(pid: int) -> None:
    """SIGKILL to a process group that this process started as a session of its own."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _answers(output: str) -> Iterator[tuple[int, Record]]:
    for line in output.splitlines():
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, Mapping) and isinstance(value.get("record"), Mapping):
            index, record = value.get("index"), dict(value["record"])
            if isinstance(index, int) and isinstance(record.get("outcome"), str):
                yield index, record
