"""`typing.cast` is its author's word about a value: where it is not so, somebody broke what nobody wrote down."""

from __future__ import annotations

import sys
import typing
from collections.abc import Callable
from typing import Any

from .conform import Checker
from .subject import Patches

CONTRACTS = ("icontract", "deal")


def watch_casts(patches: Patches, broken: Callable[[], None]) -> None:
    """From now on `broken` is called for every cast to a type that the value surely is not of."""
    real = typing.cast

    def cast(typ: Any, val: Any) -> Any:
        if Checker(sys._getframe(1).f_globals, False).check(val, typ) is False:
            broken()
        return val

    for name, module in list(sys.modules.items()):
        # How a library of contracts casts while it says what was violated is no word about the input.
        if getattr(module, "__dict__", {}).get("cast") is real and name.partition(".")[0] not in CONTRACTS:
            patches.put(module, "cast", cast)
