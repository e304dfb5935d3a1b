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
    fresh_code = False
    own = before.text(key) != after.text(key)
    while pending and not own:
        node = pending.pop()
        if before.text(node) != after.text(node):
            if not before.is_function(node) or not after.is_function(node):
                return Causes(True)
            callees.append(node)
            continue
        links, now = set(before.links(node)), set(after.links(node))
        gone, come = links - now, now - links
        # What is new under a name that some object's method may have, or below a class, is in no input that was there.
        if not all(map(before.is_function, gone)) or not all(after.is_function(n) or _is_class(n) for n in come):
            return Causes(True)
        callees += sorted(gone - seen)
        fresh_code = fresh_code or bool(come)
        fresh = sorted((links & now) - seen)
        seen.update(fresh, gone)
        pending += fresh
    surely = not (own or callees or fresh_code) and not any(before.dynamic(node) for node in seen)
    return Causes(own, tuple(callees), surely)


def _is_class(node: str) -> bool:
    return node.startswith("class ")
