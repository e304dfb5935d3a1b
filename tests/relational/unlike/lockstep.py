"""Pairs that differ: lockstep."""


def before_whilecond2(xs: list[int], new: int) -> int:
    position = len(xs)
    for i, value in enumerate(xs):
        if value > new:
            position = i
            break
    return position


def after_whilecond2(xs: list[int], new: int) -> int:
    i = 0
    while i < len(xs) and xs[i] < new:
        i += 1
    return i


def before_nestloop2(rows: list[list[int]]) -> int:
    s = 0
    for row in rows:
        for x in row:
            s += x
    return s


def after_nestloop2(rows: list[list[int]]) -> int:
    t = 0
    for i in range(len(rows)):
        for j in range(len(rows)):
            t += rows[i][j]
    return t
