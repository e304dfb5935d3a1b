"""Learns of the interpreter that has the user's dependencies."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass

_ASK = """
import json, os, sys
print(json.dumps({"executable": sys.executable, "version": ".".join(map(str, sys.version_info[:3])),
 "paths": [sys.prefix, sys.base_prefix, sys.exec_prefix] + [p for p in sys.path if p]}))
"""


class InterpreterError(Exception):
    """The interpreter named in the configuration cannot be used; the message says why."""


@dataclass(frozen=True)
class Interpreter:
    """`executable` is absolute, `version` like "3.11.7", `paths` what it reads (all in the box,
    read-only)."""

    executable: str
    version: str
    paths: tuple[str, ...]


def describe(python: str) -> Interpreter:
    """Start `python` once, without any code of the user's tree, and ask. Raises InterpreterError."""
    environment = {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
    }
    try:
        done = subprocess.run(
            [python, "-c", _ASK], env=environment, cwd="/", stdin=subprocess.DEVNULL, capture_output=True,
            text=True, timeout=30, check=True,
        )  # fmt: skip
        answer = json.loads(done.stdout.strip().splitlines()[-1])
    except subprocess.CalledProcessError as error:
        raise InterpreterError(f"{python} does not work: exit status {error.returncode}") from error
    except (OSError, subprocess.SubprocessError, ValueError, IndexError) as error:
        raise InterpreterError(f"{python} does not work as a Python interpreter: {error}") from error
    major, minor = (int(part) for part in answer["version"].split(".")[:2])
    if (major, minor) < (3, 8):
        raise InterpreterError(f"{python} is Python {answer['version']}; 3.8 or later is needed")
    executable = answer["executable"]
    paths = [*answer["paths"], *_hops(executable)]
    kept = tuple(dict.fromkeys(os.path.abspath(p) for p in paths if os.path.exists(p)))
    return Interpreter(executable, answer["version"], kept)


def _hops(executable: str) -> list[str]:
    """Directories of every symbolic link on the way to the real program, and of its prefix."""
    folders, current = [os.path.dirname(executable)], executable
    while os.path.islink(current) and len(folders) < 20:
        current = os.path.join(os.path.dirname(current), os.readlink(current))
        folders.append(os.path.dirname(os.path.abspath(current)))
    real = os.path.realpath(executable)
    return [*folders, os.path.dirname(real), os.path.dirname(os.path.dirname(real))]
