"""Started as `python -I -S confine.py SPEC`: sets the limits, shuts the box, then becomes the command; of bubblewrap
it stays the parent, until everything in the box has ended: only so is the CPU time of all that told to who waits.

SPEC is one JSON object (see `wrap`). Fails closed: when a promised restriction cannot be set, exit status 125
and a line on standard error, and the command is not run.
"""

from __future__ import annotations

import ctypes
import importlib.util
import json
import os
import resource
import sys
from typing import Any

FAILED = 125
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER, SIGKILL = 1, 36, 9


def _sibling(name: str) -> Any:
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name + ".py")
    spec = importlib.util.spec_from_file_location("_verheal_" + name, path)
    assert spec is not None and spec.loader is not None, path
    module = importlib.util.module_from_spec(spec)
    sys.modules["_verheal_" + name] = module
    spec.loader.exec_module(module)
    return module


def set_limits(limits: dict[str, int]) -> None:
    """Lower the limits; a limit that is already lower stays. Core dumps are off."""
    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: limits["cpu_seconds"],
        resource.RLIMIT_AS: limits["memory_bytes"],
        resource.RLIMIT_FSIZE: limits["file_bytes"],
        resource.RLIMIT_NOFILE: limits["open_files"],
    }
    for which, value in wanted.items():
        _, hard = resource.getrlimit(which)
        top = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (top, top))


def _bubblewrap(spec: dict[str, Any], seccomp: Any) -> list[str]:
    argv = [str(part) for part in spec["bwrap"]]
    code = seccomp.program(seccomp.Rules(no_fork=not spec["processes"]))
    if code is not None:
        handle = os.memfd_create("seccomp", 0)
        os.write(handle, code)
        os.lseek(handle, 0, os.SEEK_SET)
        argv += ["--seccomp", str(handle)]
    return [*argv, "--", *list(spec["argv"])]


def _landlock(spec: dict[str, Any], seccomp: Any) -> str:
    problem: str = _sibling("landlock").restrict(spec["readable"], [spec["scratch"]])
    if problem:
        return problem
    own = None if spec["processes"] else os.getpid()
    reason: str = seccomp.install(seccomp.Rules(no_fork=not spec["processes"], no_metadata=True, own_pid=own))
    return reason


def main() -> int:
    spec = json.loads(sys.argv[1])
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0)
    seccomp = _sibling("seccomp")
    argv, problem = list(spec["argv"]), ""
    os.chdir(spec["scratch"])
    if spec["level"] == "bubblewrap":
        argv = _bubblewrap(spec, seccomp)
    elif spec["level"] == "landlock":
        problem = _landlock(spec, seccomp)
    set_limits(spec["limits"])
    if problem:
        sys.stderr.write("verheal: isolation failed: " + problem + "\n")
        return FAILED
    if spec["level"] == "bubblewrap":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        child = os.fork()
        if child:
            return wait_for_all(child)
    os.execv(argv[0], argv)


def wait_for_all(child: int) -> int:
    """The exit status of the child, as a shell tells it, once it and all that it left behind have ended."""
    code = FAILED
    while True:
        try:
            found, status = os.wait()
        except ChildProcessError:
            return code
        if found == child:
            code = os.waitstatus_to_exitcode(status)
            code = code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main())
