"""Tables of integers as lists of rows."""
from __future__ import annotations


def transpose(rows: list[list[int]]) -> list[list[int]]:
    """
    pre: len(rows) > 0
    pre: all(len(row) == len(rows[0]) for row in rows)
    post: len(__return__) == len(rows[0])
    post: all(len(row) == len(rows) for row in __return__)
    post: all(__return__[j][i] == rows[i][j] for i in range(len(rows)) for j in range(len(rows[0])))
    """
    flipped: list[list[int]] = []
    for j in range(len(rows[0])):
        flipped.append([])
        for row in rows:
            flipped[j].append(row[j])
    return flipped


def column_sums(rows: list[list[int]], width: int) -> list[int]:
    """
    pre: 0 <= width and all(len(row) == width for row in rows)
    pre: width <= 100
    post: len(__return__) == width
    post: sum(__return__) == sum(sum(row) for row in rows)
    post: all(__return__[j] == sum(row[j] for row in rows) for j in range(width))
    """
    sums = [0] * width
    for row in rows:
        for j, cell in enumerate(row):
            sums[j] += cell
    return sums


def zero_table(height: int, width: int, corner: int) -> list[list[int]]:
    """All zeros but the upper left corner.

    pre: 1 <= height <= 50 and 1 <= width <= 50
    post: len(__return__) == height and all(len(row) == width for row in __return__)
    post: __return__[0][0] == corner
    post: all(__return__[i][j] == 0 for i in range(height) for j in range(width) if i + j > 0)
    """
    table = [[0] * width] * height
    table[0][0] = corner
    return table


def is_symmetric(square: list[list[int]]) -> bool:
    """
    pre: all(len(row) == len(square) for row in square)
    post: _ == all(square[i][j] == square[j][i] for i in range(len(square)) for j in range(len(square)))
    """
    for i in range(len(square)):
        for j in range(i):
            if square[i][j] != square[j][i]:
                return False
    return True


def mirror(square: list[list[int]]) -> None:
    """Swap each cell with the one across the diagonal, in place.

    pre: all(len(row) == len(square) for row in square)
    post[square]: all(square[j][i] == row[j] for i, row in enumerate(__old__.square) for j in range(len(row)))
    """
    n = len(square)
    for i in range(n):
        for j in range(i + 1, n):
            square[i][j], square[j][i] = square[j][i], square[i][j]


def row_with_most(rows: list[list[int]]) -> int:
    """
    pre: len(rows) > 0
    post: 0 <= __return__ < len(rows)
    post: all(sum(row) <= sum(rows[__return__]) for row in rows)
    post: all(sum(row) < sum(rows[__return__]) for row in rows[:__return__])
    """
    best, most = 0, sum(rows[0])
    for i, row in enumerate(rows):
        if sum(row) >= most:
            best, most = i, sum(row)
    return best
