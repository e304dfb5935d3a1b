"""Why a function may behave differently in two versions: its own text, what it reads, or functions that it calls."""

from __future__ import annotations

from dataclasses import dataclass

from verheal.contracts.source.closure import Closures


@dataclass(frozen=True)
class Causes:
    """`own`: its own text or something that is no function (a class, a constant, an import) differs. `callees` are
    the keys of the functions, nearest first, whose own text differs. Neither: the two run the same source, as far as
    can be seen; `surely` where nothing is looked up by names that are made at run time."""

    own: bool
    callees: tuple[str, ...] = ()
    surely: bool = False

    @property
    def none(self) -> bool:
        return not self.own and not self.callees


def causes(before: Closures, after: Closures, key: str) -> Causes:
    """For a function that has this key in both versions. What lies behind a function that differs is its affair."""
    seen = {key}
    pending = [key]
    callees: list[str] = []
    own = before.text(key) != after.text(key)
    while pending and not own:
        node = pending.pop()
        if before.text(node) != after.text(node):
            if not before.is_function(node) or not after.is_function(node):
                return Causes(True)
            callees.append(node)
            continue
        links = set(before.links(node))
        if links != set(after.links(node)):
            return Causes(True)
        fresh = sorted(links - seen)
        seen.update(fresh)
        pending += fresh
    surely = not own and not callees and not any(before.dynamic(node) for node in seen)
    return Causes(own, tuple(callees), surely)
