"""A project in a temporary folder, and verheal run over it as a person runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parents[2]
GOOD = '''
def half(x: int) -> int:
    """
    post: __return__ * 2 <= x
    """
    return x // 2
'''
BAD = '''
def worse(x: int) -> int:
    """
    post: __return__ > x
    """
    return x
'''
PATIENCE = 120.0


def interruptible(then: Callable[[], object] | None) -> None:
    """For a child: Ctrl-C reaches it, also where the tests themselves run in the background of a shell, which ignores
    it and hands that on."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if then is not None:
        then()


@dataclass(frozen=True)
class Done:
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """The JSON report on standard output."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    def verdict(self, function: str, path: str | None = None) -> str:
        """The verdict of the one function of that name."""
        found = [
            f["verdict"] for f in self.report["functions"]
            if f["function"] == function and path in (None, f["path"])
        ]  # fmt: skip
        assert len(found) == 1, (function, found)
        return str(found[0])

    def obligations(self, function: str, kind: str | None = None) -> list[dict[str, Any]]:
        """Its obligations, or those of one kind."""
        return [
            o for o in self.report["obligations"]
            if o["function"] == function and kind in (None, o["kind"])
        ]  # fmt: skip

    def post(self, function: str) -> dict[str, Any]:
        """Its only postcondition."""
        (found,) = self.obligations(function, "post")
        return found

    def problems(self) -> dict[tuple[str, str], dict[str, Any]]:
        """By path and code."""
        return {(p["path"], p["code"]): p for p in self.report["problems"]}


class Project:
    """Files below `folder`; `src/good.py` is always there, and what is proved of it stays proved."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("good.py", GOOD)

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            path.write_bytes(text)
        else:
            path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    def start(self, *arguments: str, **more: Any) -> subprocess.Popen[str]:
        """verheal under way, leader of a process group of its own, as a shell starts it."""
        command = [sys.executable, "-m", "verheal", *arguments]
        more.setdefault("cwd", self.folder)
        env = {**environment(), **more.pop("env", {})}
        more["preexec_fn"] = partial(interruptible, more.get("preexec_fn"))
        return subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
            errors="surrogateescape", start_new_session=True, env=env, **more,
        )  # fmt: skip

    def run(self, *arguments: str, **more: Any) -> Done:
        """verheal from start to end. Whatever happens there is no traceback of ours."""
        return finished(self.start(*arguments, **more))

    def check(self, *arguments: str, **more: Any) -> Done:
        """`check src` with a small budget and a report in JSON."""
        return self.run("check", "src", "--budget", "2", "--format", "json", *arguments, **more)


def finished(process: subprocess.Popen[str]) -> Done:
    """Wait for its end."""
    try:
        out, err = process.communicate(timeout=PATIENCE)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    assert "Traceback" not in err and "Traceback" not in out.replace('"traceback"', ""), err
    return Done(process.returncode, out, err)


def environment() -> dict[str, str]:
    """Without what would lead verheal astray; the checkout is found wherever the run stands."""
    kept = {k: v for k, v in os.environ.items() if k not in ("VIRTUAL_ENV", "PYTHONSTARTUP")}
    return {**kept, "PYTHONPATH": str(HOME)}


def assert_unharmed(done: Done) -> None:
    """The rest of the run: the good function is proved as if it were alone."""
    assert done.verdict("half", "src/good.py") == "proved"


def processes(mark: str) -> Mapping[int, str]:
    """Running processes with `mark` in their environment: what one run started, at any depth."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if mark.encode() in (entry / "environ").read_bytes():
                    found[int(entry.name)] = (entry / "cmdline").read_text().replace("\0", " ")
            except OSError:
                continue
    return found


def wait_until(condition: Any, seconds: float = 20.0) -> bool:
    """Whether it became true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False
