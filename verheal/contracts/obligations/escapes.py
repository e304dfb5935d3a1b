"""What leaves a function: the claims that undeclared exceptions do not, and `unwind` on those that do."""
from __future__ import annotations

from collections.abc import Sequence

from verheal.contracts.core.stmt import Function, Site
from verheal.contracts.obligations.exceptions import Classes, admitted
from verheal.contracts.obligations.outcome import Origin, Thrown
from verheal.contracts.obligations.record import Record


def raises_site(function: Function) -> Site:
    """The site of the obligation `raises`."""
    return function.raises_site or Site("raises", "raises", 0, 0)


def claim_body(record: Record, function: Function, classes: Classes, raises: Sequence[Thrown]) -> None:
    """Nothing leaves the body but what the contract allows or, without one, a `raise` declares.

    What leaves undeclared is claimed impossible twice: at its own site, and with the others by `raises`.
    """
    whole = raises_site(function)
    for thrown in raises:
        if admitted(function, classes, thrown.exception):
            continue
        for origin in thrown.origins:
            if origin.declared and function.allowed is None:
                continue
            if _owns(function, origin, whole):
                _never(record, origin.site, thrown, origin)
            _never(record, whole, thrown, origin)


def claim_clause(record: Record, raises: Sequence[Thrown]) -> None:
    """A clause that is evaluated after the body must not raise: claimed where the expression fails."""
    for thrown in raises:
        for origin in thrown.origins:
            _never(record, origin.site, thrown, origin)


def _owns(function: Function, origin: Origin, whole: Site) -> bool:
    """Has the place an obligation of its own, beside `raises`?"""
    site = origin.site
    return site is not None and site != whole and (site.kind != "raises" or site in function.sites)


def _never(record: Record, site: Site | None, thrown: Thrown, origin: Origin) -> None:
    if site is None:
        return
    goal = record.terms.false
    if len(thrown.origins) > 1:
        goal = record.terms.negate(origin.guard)
    record.claim(site, thrown.state, goal, final=True)
