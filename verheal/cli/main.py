"""From the command line to an exit code. Every error ends here as one message, not as a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

OK, USAGE, INTERNAL = 0, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. `argv` is without the program's name."""
    from verheal.startup import leave_current_directory

    leave_current_directory()
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # text of the checked code may hold what the terminal cannot show
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader, `head` for instance, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERNAL
    except KeyboardInterrupt:
        print("verheal: interrupted; nothing is known beyond what is printed above", file=sys.stderr)
        return USAGE
    except OSError as error:
        return _say_no(error, arguments) if error.errno is None else _system(error)
    except Exception as error:
        return _say_no(error, arguments)


def _run(arguments: list[str]) -> int:
    from verheal.cli.parser import parse

    parsed = parse(arguments)
    if parsed.command == "check":
        from verheal.cli.check import run as command
    elif parsed.command == "diff":
        from verheal.cli.diff import run as command
    elif parsed.command == "explain":
        from verheal.cli.explain import run as command
    elif parsed.command == "infer":
        from verheal.cli.infer import run as command
    elif parsed.command == "init":
        from verheal.cli.init import run as command
    elif parsed.command == "completion":
        from verheal.cli.completion import run as command
    else:
        from verheal.cli.schema import run as command
    return command(parsed)


def _system(error: OSError) -> int:
    """The disk is full, a file vanished: neither the user's mistake nor ours, but no result either."""
    name = f"{error.filename}: " if error.filename else ""
    try:
        sys.stdout.flush()
    except OSError:  # it is standard output that fails: keep the interpreter from trying again at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    _complain(f"{name}{error.strerror or error}")
    return INTERNAL


def _say_no(error: Exception, arguments: list[str]) -> int:
    from verheal.errors import MissingTool, UsageError

    if isinstance(error, UsageError):
        _complain(str(error), error.hint)
        return USAGE
    if isinstance(error, MissingTool):
        _complain(str(error))
        return INTERNAL
    from verheal.cli.bundle import write_bundle

    bundle = write_bundle(error, arguments)
    _complain(f"internal error: {type(error).__name__}: {error}"[:500], f"please send in {bundle}")
    return INTERNAL


def _complain(message: str, hint: str = "") -> None:
    try:
        print(f"verheal: {message}", file=sys.stderr)
        if hint:
            print(f"  hint: {hint}", file=sys.stderr)
    except OSError:  # nobody listens there; the exit code still speaks
        pass
