"""Landlock through ctypes: hides every file but the named ones, for this process and all it starts.

Runs as a plain file (Python 3.8 or later), imports nothing of verheal. Source: landlock(7), Documentation/
userspace-api/landlock.rst of the kernel. What it does not govern (metadata, sockets of the unix family) is
left to the seccomp filter beside it.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
import sys
from collections.abc import Sequence

CREATE, ADD_RULE, RESTRICT = 444, 445, 446  # one number on every architecture
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1, 2, 4, 8
ALL_V1 = (1 << 13) - 1
REFER, TRUNCATE, IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
ON_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
READ_ONLY = EXECUTE | READ_FILE | READ_DIR
MAKE_DEVICES = 1 << 6 | 1 << 11  # character and block: who made a disk's would read the disk by it
TCP_BIND_AND_CONNECT = 3
ABSTRACT_SOCKETS_AND_SIGNALS = 3
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random", "/dev/full")


def abi() -> int:
    """The kernel's Landlock version; 0 when there is none."""
    if not sys.platform.startswith("linux"):
        return 0
    libc = ctypes.CDLL(None, use_errno=True)
    return max(0, int(libc.syscall(CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1))))


def handled_files(version: int) -> int:
    """The file rights that a kernel of this Landlock version can take away."""
    extra = (
        (REFER if version >= 2 else 0)
        | (TRUNCATE if version >= 3 else 0)
        | (IOCTL_DEV if version >= 5 else 0)
    )
    return ALL_V1 | extra


def ruleset(version: int) -> bytes:
    """struct landlock_ruleset_attr, only as long as this version knows it."""
    attribute = struct.pack("Q", handled_files(version))
    if version >= 4:
        attribute += struct.pack("Q", TCP_BIND_AND_CONNECT)
    if version >= 6:
        attribute += struct.pack("Q", ABSTRACT_SOCKETS_AND_SIGNALS)
    return attribute


def restrict(readable: Sequence[str], writable: Sequence[str]) -> str:
    """Leave only these paths (and the harmless devices). Returns '' or the reason why it could not be
    done."""
    version = abi()
    if version < 3:  # before 3, truncating any file was not governed
        return f"Landlock version {version}, at least 3 is needed"
    libc = ctypes.CDLL(None, use_errno=True)
    attribute = ruleset(version)
    rules = libc.syscall(
        CREATE, ctypes.c_char_p(attribute), ctypes.c_size_t(len(attribute)), ctypes.c_uint32(0)
    )
    if rules < 0:
        return "landlock_create_ruleset: " + os.strerror(ctypes.get_errno())
    try:
        everything = handled_files(version)
        wanted = [(p, READ_ONLY) for p in readable] + [(p, everything & ~MAKE_DEVICES) for p in writable]
        wanted += [(p, READ_FILE | WRITE_FILE | IOCTL_DEV & everything) for p in DEVICES]
        for path, rights in wanted:
            problem = _allow(libc, rules, path, rights & everything)
            if problem:
                return problem
        if libc.prctl(38, 1, 0, 0, 0):
            return "no_new_privs: " + os.strerror(ctypes.get_errno())
        if libc.syscall(RESTRICT, ctypes.c_int(rules), ctypes.c_uint32(0)):
            return "landlock_restrict_self: " + os.strerror(ctypes.get_errno())
    finally:
        os.close(rules)
    return ""


def _allow(libc: ctypes.CDLL, rules: int, path: str, rights: int) -> str:
    try:
        target = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return ""  # what is not there needs no rule
    try:
        if not stat.S_ISDIR(os.fstat(target).st_mode):
            rights &= ON_FILES
        beneath = struct.pack("=Qi", rights, target)
        if libc.syscall(
            ADD_RULE, ctypes.c_int(rules), ctypes.c_int(1), ctypes.c_char_p(beneath), ctypes.c_uint32(0)
        ):
            return f"landlock_add_rule {path}: {os.strerror(ctypes.get_errno())}"
    finally:
        os.close(target)
    return ""
