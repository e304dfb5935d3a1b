"""Finds the strongest isolation that works here, by trying it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from verheal.prover.isolation.model import LEVELS, Box, Isolation, Level, Limits
from verheal.prover.isolation.wrap import wrap

# Each line is a promise that must hold; it prints what was broken. argv: file that must not be written or
# read.
_TRIAL = """
import os, socket, sys
outside, broken = sys.argv[1], []
def forbidden(name, action):
    try: action()
    except OSError: return
    broken.append(name)
forbidden("write", lambda: open(outside, "w"))
forbidden("delete", lambda: os.remove(outside))
forbidden("read", lambda: open(outside).read())
forbidden("network", lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM))
forbidden("signal", lambda: os.kill(int(sys.argv[2]), 0))
forbidden("fork", lambda: os.fork() or os._exit(0))
open("scratch-file", "w").write("x")
print("held" if not broken else "not held: " + ", ".join(broken))
"""


def probe() -> Isolation:
    """The strongest level that held when tried on this machine, now (about 30 ms). Never raises."""
    reasons: list[str] = []
    for level in LEVELS:
        reason = try_level(level) if level != "rlimits" else ""
        if not reason:
            weaker = f" ({'; '.join(reasons)})" if reasons else ""
            return Isolation(level, f"{level} works here{weaker}")
        reasons.append(f"{level}: {reason}")
    raise AssertionError("rlimits always work")


def try_level(level: Level) -> str:
    """Run the trial at `level`. Returns '' when every promise held, else what went wrong."""
    with tempfile.TemporaryDirectory(prefix="verheal-probe-") as base:
        scratch, secret = Path(base, "scratch"), Path(base, "secret")
        scratch.mkdir()
        secret.write_text("secret")
        box = Box(str(scratch), interpreter_roots(), Limits(cpu_seconds=10, wall_seconds=20))
        trial = (sys.executable, "-I", "-S", "-B", "-c", _TRIAL, str(secret), str(os.getpid()))
        command = wrap(trial, level, box)
        try:
            done = subprocess.run(
                command.argv, env=command.env, cwd=command.cwd, stdin=subprocess.DEVNULL, capture_output=True,
                text=True, timeout=command.wall_seconds, check=False,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
        answer = done.stdout.strip()
        if answer == "held" and secret.read_text() == "secret":
            return ""
        return answer or done.stderr.strip()[-200:] or f"exit status {done.returncode}"


def interpreter_roots() -> tuple[str, ...]:
    """The directories that verheal's own interpreter needs to start."""
    real = os.path.dirname(os.path.realpath(sys.executable))
    return (sys.prefix, sys.base_prefix, os.path.dirname(sys.executable), real, os.path.dirname(real))
