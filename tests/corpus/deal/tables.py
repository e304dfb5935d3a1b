"""Mappings and tables."""
from __future__ import annotations

import deal


@deal.ensure(lambda codes, result: len(result) == len(codes))
def by_code(codes: dict[str, int]) -> dict[int, str]:
    return {code: name for name, code in codes.items()}


@deal.ensure(lambda graph, node, result: node not in result)
def neighbours(graph: dict[int, set[int]], node: int) -> set[int]:
    return graph.get(node, set()) - {node}


@deal.chain(
    deal.pre(lambda table: all(len(row) >= 1 for row in table)),
    deal.ensure(lambda table, result: len(result) == len(table)),
)
def diagonal(table: list[list[int]]) -> list[int]:
    return [row[i] for i, row in enumerate(table)]


@deal.pre(lambda table, index: index >= 0)
@deal.ensure(lambda table, index, result: len(result) == len(table))
def column(table: list[list[int]], index: int) -> list[int]:
    return [row[index] if index < len(row) else 0 for row in table]
