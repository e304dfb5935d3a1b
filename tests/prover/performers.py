"""What workers are told to do in tests: things that go wrong."""

from __future__ import annotations

import os
import signal
import time

from verheal.prover.outcome import FunctionReport
from verheal.prover.task import Task


def perform(task: Task) -> FunctionReport:
    """Goes wrong in the way that the task's key says."""
    match task.key:
        case "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        case "crashes":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "exits":
            os._exit(3)
        case "hangs":
            while True:
                time.sleep(1)
        case "spins":
            while True:
                pass
        case "loses the server":
            if not os.path.exists(task.closure):  # once
                open(task.closure, "w").close()
                os.kill(os.getppid(), signal.SIGKILL)
                time.sleep(9)
        case "has no server":
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(9)
        case "raises":
            raise ValueError("secret text of the code")
        case "leaves":
            raise SystemExit(3)
        case "fills":
            blocks = []
            while True:
                blocks.append(bytearray(64 << 20))
        case _:
            return FunctionReport(task.key, notes=(str(os.getpid()),))
    return FunctionReport(task.key)
