"""Strongly connected components (Tarjan 1972, with an explicit stack), without importing networkx."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def components(successors: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The components, each sorted, every one after all those it leads to (callees first).

    Successors that are no keys are left out. The order depends on the names only.
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: list[str] = []
    is_open: set[str] = set()
    found: list[tuple[str, ...]] = []
    for root in sorted(successors):
        if root in index:
            continue
        work: list[tuple[str, Iterator[str]]] = [_enter(root, successors, index, low, open_, is_open)]
        while work:
            node, rest = work[-1]
            following = next(rest, None)
            if following is None:
                work.pop()
                if low[node] == index[node]:
                    found.append(_component(node, open_, is_open))
                if work:
                    above = work[-1][0]
                    low[above] = min(low[above], low[node])
            elif following not in index:
                work.append(_enter(following, successors, index, low, open_, is_open))
            elif following in is_open:
                low[node] = min(low[node], index[following])
    return tuple(found)


def _enter(
    node: str,
    successors: Mapping[str, Sequence[str]],
    index: dict[str, int],
    low: dict[str, int],
    open_: list[str],
    is_open: set[str],
) -> tuple[str, Iterator[str]]:
    index[node] = low[node] = len(index)
    open_.append(node)
    is_open.add(node)
    return node, iter(sorted(s for s in set(successors[node]) if s in successors))


def _component(root: str, open_: list[str], is_open: set[str]) -> tuple[str, ...]:
    members: list[str] = []
    while True:
        member = open_.pop()
        is_open.discard(member)
        members.append(member)
        if member == root:
            return tuple(sorted(members))
