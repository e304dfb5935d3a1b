"""A seccomp filter as classic BPF, for x86-64 and aarch64 Linux, through ctypes alone.

Runs under the user's interpreter too (Python 3.8 or later) and imports nothing of verheal.
Source: seccomp(2), bpf(2) and the kernel's syscall tables (x86-64 `syscall_64.tbl`, asm-generic for aarch64).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from typing import TYPE_CHECKING, NamedTuple

PR_SET_NO_NEW_PRIVS = 38
PR_SET_SECCOMP = 22
MODE_FILTER = 2
ALLOW = 0x7FFF0000
ERRNO = 0x00050000
CLONE_THREAD = 0x00010000
CLONE_NEW_ANY = 0x7E020080  # every CLONE_NEW* flag
X32_BIT = 0x40000000
ARCHITECTURES: dict[str, tuple[int, int]] = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}

# name: (x86-64 number, aarch64 number); None where the architecture has no such call
if TYPE_CHECKING:
    _Numbers = dict[str, tuple[int | None, int | None]]
ALWAYS_DENIED: _Numbers = {
    "socket": (41, 198), "ptrace": (101, 117), "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "bpf": (321, 280), "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "unshare": (272, 97), "setns": (308, 268), "keyctl": (250, 219), "add_key": (248, 217),
    "request_key": (249, 218), "perf_event_open": (298, 241), "userfaultfd": (323, 282),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "init_module": (175, 105),
    "finit_module": (313, 273), "delete_module": (176, 106), "reboot": (169, 142), "swapon": (167, 224),
    "swapoff": (168, 225), "settimeofday": (164, 170), "clock_settime": (227, 112), "adjtimex": (159, 171),
    "clock_adjtime": (305, 266), "sethostname": (170, 161), "setdomainname": (171, 162),
    "open_by_handle_at": (304, 265), "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430),
    "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433), "pidfd_getfd": (438, 438),
    "mount_setattr": (442, 442), "quotactl": (179, 60), "acct": (163, 89), "iopl": (172, None),
    "ioperm": (173, None), "shmget": (29, 194), "msgget": (68, 186), "semget": (64, 190),
    "mq_open": (240, 180),
    "syslog": (103, 116),
}  # fmt: skip
# Landlock does not govern the metadata of files (landlock(7), "Current limitations"), so these go with it.
METADATA: _Numbers = {
    "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55), "lchown": (94, None), "fchownat": (260, 54), "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None), "utimensat": (280, 88), "setxattr": (188, 5), "lsetxattr": (189, 6),
    "fsetxattr": (190, 7), "removexattr": (197, 14), "lremovexattr": (198, 15), "fremovexattr": (199, 16),
    "setxattrat": (463, 463), "removexattrat": (466, 466),
}  # fmt: skip
# A worker keeps its process group (it is killed as a whole) and leaves other processes' priorities alone. A change of
# user would undo that it dies with its parent.
WORKER_DENIED: _Numbers = {
    "setuid": (105, 146), "setgid": (106, 144), "setreuid": (113, 145), "setregid": (114, 143),
    "setgroups": (116, 159), "setresuid": (117, 147), "setresgid": (119, 149), "setfsuid": (122, 151),
    "setfsgid": (123, 152), "capset": (126, 91),
    "fork": (57, None), "vfork": (58, None), "setsid": (112, 157), "setpgid": (109, 154),
    "setpriority": (141, 140), "ioprio_set": (251, 30), "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119), "sched_setaffinity": (203, 122), "pidfd_send_signal": (424, 424),
}  # fmt: skip
SIGNALS: _Numbers = {
    "kill": (62, 129), "tkill": (200, 130), "tgkill": (234, 131), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
}  # fmt: skip
CLONE, CLONE3, PRLIMIT = (56, 220), (435, 435), (302, 261)
# Requests by which a worker would have the kernel send signals to others, or outlive its parent:
# F_SETOWN, F_SETSIG, F_SETOWN_EX; FIOSETOWN, SIOCSPGRP; PR_SET_PDEATHSIG.
REQUESTS = (((72, 25), 1, (8, 10, 15)), ((16, 29), 1, (0x8901, 0x8902)), ((157, 167), 0, (1,)))


class Rules(NamedTuple):
    """What the filter forbids beyond `ALWAYS_DENIED`. `own_pid` is the only process that may be signalled."""

    no_fork: bool = False
    no_metadata: bool = False
    own_pid: int | None = None


def _instruction(code: int, true: int, false: int, value: int) -> bytes:
    return struct.pack("HBBI", code, true, false, value & 0xFFFFFFFF)


def _load(offset: int) -> bytes:
    return _instruction(0x20, 0, 0, offset)  # BPF_LD | BPF_W | BPF_ABS


def _answer(value: int) -> bytes:
    return _instruction(0x06, 0, 0, value)  # BPF_RET | BPF_K


def _deny(number: int, code: int) -> list[bytes]:
    return [
        _instruction(0x15, 0, 1, number),
        _answer(ERRNO | code),
    ]  # JEQ: fall into the answer, else skip it


def _deny_argument(number: int, position: int, denied: tuple[int, ...]) -> list[bytes]:
    """The call is allowed but with these values of one argument."""
    checks = [_instruction(0x15, len(denied) - i, 0, value) for i, value in enumerate(denied)]
    body = [_load(16 + 8 * position), *checks, _answer(ALLOW), _answer(ERRNO | errno.EPERM)]
    return [_instruction(21, 0, len(body), number), *body]


def _deny_unless_argument(number: int, allowed: tuple[int, ...]) -> list[bytes]:
    checks = [_instruction(0x15, len(allowed) - i, 0, value) for i, value in enumerate(allowed)]
    body = [_load(16), *checks, _answer(ERRNO | errno.EPERM), _answer(ALLOW)]
    return [_instruction(21, 0, len(body), number), *body]


def _clone_rules(number: int, no_fork: bool) -> list[bytes]:
    """Threads are allowed, namespaces never, processes when `no_fork` is not set."""
    deny = _answer(ERRNO | errno.EPERM)
    body = [_load(16), _instruction(0x45, 0, 1, CLONE_NEW_ANY), deny]  # JSET
    if no_fork:
        body += [_instruction(0x45, 1, 0, CLONE_THREAD), deny]
    body.append(_answer(ALLOW))
    return [_instruction(21, 0, len(body), number), *body]


def program(rules: Rules, machine: str = "") -> bytes | None:
    """The filter's instructions (array of struct sock_filter), or None on an architecture that is not
    known."""
    known = ARCHITECTURES.get(machine or platform.machine())
    if known is None or not sys.platform.startswith("linux"):
        return None
    audit, column = known
    code = [_load(4), _instruction(0x15, 1, 0, audit), _answer(ERRNO | errno.EPERM), _load(0)]
    if column == 0:
        code += [_instruction(0x35, 0, 1, X32_BIT), _answer(ERRNO | errno.EPERM)]  # JGE
    tables = (
        [ALWAYS_DENIED]
        + ([METADATA] if rules.no_metadata else [])
        + ([WORKER_DENIED] if rules.no_fork else [])
    )
    for table in tables:
        for numbers in table.values():
            number = numbers[column]
            if number is not None:
                code += _deny(number, errno.EPERM)
    code += _deny(CLONE3[column], errno.ENOSYS)  # its flags are behind a pointer; libc falls back to clone
    code += _clone_rules(CLONE[column], rules.no_fork)
    for call, position, denied in REQUESTS if rules.no_fork else ():
        code += _deny_argument(call[column], position, denied)
    if rules.own_pid is not None:
        code += _deny_unless_argument(PRLIMIT[column], (0, rules.own_pid))
        for numbers in SIGNALS.values():
            number = numbers[column]
            if number is not None and numbers != SIGNALS["tkill"]:
                code += _deny_unless_argument(number, (rules.own_pid,))
        code += _deny(SIGNALS["tkill"][column] or 0, errno.EPERM)
    code.append(_answer(ALLOW))
    return b"".join(code)


def install(rules: Rules) -> str:
    """Put the filter on this process and all it starts. Returns '' or the reason why it could not be done."""
    code = program(rules)
    if code is None:
        return "no seccomp filter for " + sys.platform + " " + platform.machine()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return "no_new_privs: " + os.strerror(ctypes.get_errno())
    buffer = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(buffer))
    if libc.prctl(PR_SET_SECCOMP, MODE_FILTER, ctypes.c_char_p(header), 0, 0):
        return "seccomp: " + os.strerror(ctypes.get_errno())
    return ""
