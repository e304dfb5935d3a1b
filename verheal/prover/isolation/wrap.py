"""Builds the confined form of a command."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from verheal.prover.isolation.model import Box, Command, Level

# Only what an interpreter and its libraries need; homes, /run (sockets of daemons), /var and /proc of others
# stay out.
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/opt", "/nix/store", "/gnu/store",
          "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives", "/etc/localtime",
          "/etc/passwd", "/etc/group", "/etc/nsswitch.conf", "/etc/mime.types", "/etc/ssl/certs")  # fmt: skip
READ_ONLY_OF_LANDLOCK = ("/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu")
SCRATCH_BYTES = 64 << 20


def clean_environment(box: Box) -> dict[str, str]:
    """The whole environment of the command: nothing of the caller's, so no secret can leak into it."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": box.scratch,
        "TMPDIR": box.scratch,
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONHASHSEED": str(box.hash_seed),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
        "PYTHONUTF8": "1",
        "OMP_NUM_THREADS": "1",  # thread pools of native libraries would eat the address space limit
        "OPENBLAS_NUM_THREADS": "1",
    }


def wrap(argv: Sequence[str], level: Level, box: Box) -> Command:
    """The command that runs `argv` (absolute program first) at `level` inside `box`.

    Limits on time, memory, files and core dumps hold at every level; no network, no writing outside
    `box.scratch` and
    no other process at "bubblewrap" and "landlock". `box.scratch` must exist; under bubblewrap an empty file
    system
    in memory stands at its place, so nothing reaches the disk.
    """
    here = str(Path(__file__).resolve().parent)
    given = dict.fromkeys(os.path.abspath(p) for p in box.readable if os.path.exists(p))
    readable = tuple(path for path in given if path != "/")  # that would be no box at all
    spec: dict[str, object] = {
        "level": level,
        "argv": list(argv),
        "scratch": box.scratch,
        "processes": box.processes,
        "limits": {k: v for k, v in asdict(box.limits).items() if k != "wall_seconds"},
        "readable": [*SYSTEM, *READ_ONLY_OF_LANDLOCK, *readable],
    }
    if level == "bubblewrap":
        spec["bwrap"] = bubblewrap_argv(box.scratch, readable)
    launcher = (sys.executable, "-I", "-S", "-B", os.path.join(here, "confine.py"))
    return Command(
        (*launcher, json.dumps(spec)), clean_environment(box), box.scratch, box.limits.wall_seconds
    )


def bubblewrap_argv(scratch: str, readable: Sequence[str]) -> list[str]:
    """bubblewrap with its options, without the command: new namespaces of every kind, no capability, nothing
    writable."""
    argv = [shutil.which("bwrap") or "/usr/bin/bwrap", "--unshare-all", "--die-with-parent", "--new-session",
            "--cap-drop", "ALL", "--hostname", "verheal"]  # fmt: skip
    for path in SYSTEM:
        argv += ["--ro-bind-try", path, path]
    argv += ["--proc", "/proc", "--dev", "/dev", "--size", str(SCRATCH_BYTES), "--tmpfs", "/dev/shm"]
    argv += ["--remount-ro", "/dev", "--size", str(SCRATCH_BYTES), "--tmpfs", "/tmp"]
    for path in mounts(readable):
        argv += ["--ro-bind", path, path]
    argv += ["--size", str(SCRATCH_BYTES), "--tmpfs", scratch]
    return [*argv, "--remount-ro", "/tmp", "--remount-ro", "/", "--chdir", scratch]


def mounts(readable: Sequence[str]) -> list[str]:
    """The paths to mount, an outer one first, or it would hide the inner one.

    Nothing can be mounted on a link that an outer mount shows. It stands there already: what it leads to is
    mounted at its own place, as is every further link on the way.
    """
    found: list[str] = []
    for path in sorted(_with_links(readable), key=lambda path: path.count("/")):
        inside = any(path.startswith(outer.rstrip("/") + "/") for outer in found)
        if not path.startswith("/usr/") and not (inside and os.path.realpath(path) != path):
            found.append(path)
    return found


def _with_links(paths: Sequence[str]) -> tuple[str, ...]:
    """The paths, and every place that links in them lead to, up to the real ones."""
    found: dict[str, None] = {}
    for path in paths:
        while path not in found and path != "/":
            found[path] = None
            path = _followed(path)
    return tuple(found)


def _followed(path: str) -> str:
    """The path with its first link replaced by what that names; the path itself where there is none."""
    parts = path.split("/")
    for number in range(2, len(parts) + 1):
        head = "/".join(parts[:number])
        if os.path.islink(head):
            target = os.path.join(os.path.dirname(head), os.readlink(head))
            return os.path.normpath("/".join([target, *parts[number:]]))
    return path
