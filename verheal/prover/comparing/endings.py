"""Whether two runs of one call, of one version each, ended alike, and how to tell people where they did not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verheal.prover.run.job import Record

Ending = Mapping[str, Any]


def ending_of(record: Record) -> Ending | None:
    """How the function ended; None where it did not, or where the box it ran in had a hand in it."""
    ending = record.get("ending")
    if not isinstance(ending, Mapping) or record["outcome"] in ("timeout", "died", "lost", "unreadable"):
        return None
    error = record.get("exception") or {}
    return None if error.get("environment") else {**ending, "overflows": bool(error.get("overflows"))}


def overflows(before: Ending, after: Ending) -> bool:
    """Whether the stack was too small for one of them."""
    return bool(before["overflows"] or after["overflows"])


def differ(before: Ending, after: Ending) -> bool:
    """Whether anything that can be seen of the call is another: value, arguments, output, state of the module."""
    return (
        before["digest"] != after["digest"]
        or before["printed"] != after["printed"]
        or bool(_changed_names(before, after))
        or _shared(before, after) != _shared(after, before)
    )


def hidden(before: Ending, after: Ending) -> int:
    """How well people see the difference: 0 in what is returned or raised, 1 in what else is told, 2 not at all."""
    if before["shown"] != after["shown"]:
        return 0
    seen = ("shown_arguments", "printed")
    return 1 if any(before[key] != after[key] for key in seen) or _changed_names(before, after) else 2


def told(before: Ending, after: Ending) -> tuple[str, str]:
    """Both endings for people, with as much of them as shows the difference."""
    if before["value"] != after["value"] and before["shown"] != after["shown"]:
        return before["shown"], after["shown"]
    texts = [_told(one, before, after) for one in (before, after)]
    if texts[0] == texts[1]:
        return f"{texts[0]} (of other types, or sharing other objects)", texts[1]
    return texts[0], texts[1]


def _told(one: Ending, before: Ending, after: Ending) -> str:
    parts = [one["shown"]]
    if before["of"] != after["of"] and one["of"]:
        parts.append(f"of type {one['of'].lstrip('.')}")
    if before["same_as"] != after["same_as"]:
        parts.append(f"which is argument {one['same_as']} itself" if one["same_as"] else "a new object")
    if before["arguments"] != after["arguments"]:
        parts.append(f"leaves the arguments {one['shown_arguments']}")
    if before["printed"] != after["printed"]:
        parts.append(f"prints {one['printed']!r}")
    parts += [f"leaves {name} = {one['state'][name][2]}" for name in _changed_names(before, after)]
    return ", ".join(parts)


def _changed_names(before: Ending, after: Ending) -> list[str]:
    """Names of both modules that the call changed in either, and that are not the same after it. What stood there
    before the call was no doing of the function."""
    found = []
    for name in before["state"].keys() & after["state"].keys():
        (b_entry, b_exit, _), (a_entry, a_exit, _) = before["state"][name], after["state"][name]
        if (b_entry != b_exit or a_entry != a_exit) and b_exit != a_exit:
            found.append(name)
    return sorted(found)


def _shared(one: Ending, other: Ending) -> dict[str, int]:
    """Which objects of the module the result or the arguments hold, as far as both versions have them."""
    return {name: number for name, number in one["shared"].items() if name in other["state"]}
