"""Matrices as lists of rows."""
from __future__ import annotations


def transpose(rows: list[list[int]]) -> list[list[int]]:
    assert len(rows) > 0
    assert all(len(row) == len(rows[0]) for row in rows)
    result = [[row[j] for row in rows] for j in range(len(rows[0]))]
    assert len(result) == len(rows[0])
    assert all(len(column) == len(rows) for column in result)
    return result


def identity(size: int) -> list[list[int]]:
    assert 1 <= size <= 100
    grid = [[0] * size] * size
    for i in range(size):
        grid[i][i] = 1
    assert sum(sum(row) for row in grid) == size
    return grid
