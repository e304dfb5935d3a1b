"""A concrete failing call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Witness:
    """Arguments and a call that reproduce a failure in CPython.

    `args` maps parameters to Python expressions; `call` is an expression for the module's own namespace;
    `raises` is "Type: message" of what leaves the call, if anything does; `note` says what is wrong.
    """

    args: Mapping[str, str]
    call: str
    raises: str | None
    note: str
