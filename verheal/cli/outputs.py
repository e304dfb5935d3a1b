"""`--format F -o FILE`, any number of times: which report goes where."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from verheal import atomic
from verheal.cli.parser import FORMATS
from verheal.errors import UsageError

_BY_SUFFIX = {".json": "json", ".sarif": "sarif", ".txt": "text"}


@dataclass(frozen=True)
class Output:
    """One report. `file` None is standard output."""

    format: str
    file: Path | None = None


def pair(given: Sequence[tuple[str, str]]) -> tuple[Output, ...]:
    """An `-o` belongs to the `--format` before it; without one, the file's suffix says the format.

    When every report goes to a file, the text still goes to the terminal. Raises UsageError when two do.
    """
    outputs: list[Output] = []
    waiting = False  # the last output is a --format that has no -o yet
    for kind, value in given:
        if kind == "format":
            outputs.append(Output(value))
            waiting = True
        elif waiting:
            outputs[-1] = Output(outputs[-1].format, _file(value))
            waiting = False
        else:
            outputs.append(Output(_guess(value), _file(value)))
    to_terminal = [output.format for output in outputs if output.file is None]
    if len(to_terminal) > 1:
        raise UsageError(
            f"two reports cannot share standard output: {', '.join(to_terminal)}",
            hint=f"name a file for one of them: --format {to_terminal[-1]} -o FILE",
        )
    return tuple(outputs) if to_terminal or _explicit_dash(given) else (Output("text"), *outputs)


def _explicit_dash(given: Sequence[tuple[str, str]]) -> bool:
    return any(kind == "file" and value == "-" for kind, value in given)


def _file(value: str) -> Path | None:
    return None if value == "-" else Path(value)


def _guess(value: str) -> str:
    format = _BY_SUFFIX.get(Path(value).suffix)
    if format is None:
        raise UsageError(
            f"-o {value}: no --format before it, and the suffix says none",
            hint=f"write --format F -o {value} with F one of {', '.join(FORMATS)}",
        )
    return format


def check_writable(outputs: Sequence[Output]) -> None:
    """Fail before the work, not after it, on a file that cannot be made."""
    for output in outputs:
        if output.file is None:
            continue
        if output.file.is_dir():
            raise UsageError("is a directory; -o wants a file", path=output.file)
        if not output.file.parent.is_dir():
            raise UsageError(f"there is no directory {output.file.parent}", path=output.file)


def write(outputs: Sequence[Output], render: Callable[[Output], str]) -> None:
    """Write every report. Raises OSError, naming the file, when one cannot be written in full."""
    for output in outputs:
        text = render(output)
        if output.file is None:
            sys.stdout.write(text)
            sys.stdout.flush()
        else:
            atomic.replace(output.file, text.encode("utf-8", "backslashreplace"))
