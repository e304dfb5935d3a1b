"""A linked list in ascending order, and a tree of folders."""
from __future__ import annotations

from typing import Optional

import deal


class Link:
    def __init__(self, key: int, rest: Optional[Link] = None) -> None:
        self.key: int = key
        self.rest: Optional[Link] = rest


@deal.safe
def keys(chain: Optional[Link]) -> list[int]:
    found = []
    while chain is not None:
        found.append(chain.key)
        chain = chain.rest
    return found


@deal.ensure(lambda values, result: keys(result) == values)
@deal.safe
def chain_of(values: list[int]) -> Optional[Link]:
    chain: Optional[Link] = None
    for value in values[::-1]:
        chain = Link(value, chain)
    return chain


@deal.ensure(lambda chain, result: result == len(keys(chain)))
@deal.safe
def length(chain: Optional[Link]) -> int:
    if chain is None:
        return 0
    return 1 + length(chain.rest)


@deal.ensure(lambda chain, index, result: result == keys(chain)[index])
@deal.raises(IndexError)
def key_at(chain: Optional[Link], index: int) -> int:
    """The key at a position; negative ones are not supported."""
    steps = 0
    while chain is not None:
        if steps == index:
            return chain.key
        steps += 1
        chain = chain.rest
    raise IndexError(index)


@deal.pre(lambda chain, key: all(a <= b for a, b in zip(keys(chain), keys(chain)[1:])))
@deal.ensure(lambda chain, key, result: all(a <= b for a, b in zip(keys(result), keys(result)[1:])))
@deal.ensure(lambda chain, key, result: key in keys(result))
@deal.safe
def add_sorted(chain: Optional[Link], key: int) -> Link:
    if chain is None or key < chain.key:
        return Link(key, chain)
    node = chain
    while node.rest is not None and node.rest.key < key:
        node = node.rest
    node.rest = Link(key, node.rest)
    return chain


@deal.pre(lambda chain: all(a <= b for a, b in zip(keys(chain), keys(chain)[1:])))
@deal.ensure(lambda chain, result: all(a < b for a, b in zip(keys(result), keys(result)[1:])))
@deal.safe
def without_doubles(chain: Optional[Link]) -> Optional[Link]:
    node = chain
    while node is not None and node.rest is not None:
        if node.rest.key == node.key:
            node.rest = node.rest.rest
        node = node.rest
    return chain
