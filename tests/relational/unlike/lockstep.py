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


def before_enumloop(xs: list[int]) -> list[int]:
    out = []
    for i, x in enumerate(xs, 1):
        out.append(i * x)
    return out


def after_enumloop(xs: list[int]) -> list[int]:
    return [i * x for i, x in enumerate(xs)]


def before_lockaliasing(a: list[int], b: list[int]) -> None:
    for i in range(len(a)):
        b[i] = a[i] + 1


def after_lockaliasing(a: list[int], b: list[int]) -> None:
    c = list(a)
    for i in range(len(c)):
        b[i] = c[i] + 1


def before_contin(xs: list[int]) -> int:
    s = 0
    i = 0
    while i < len(xs):
        if xs[i] < 0:
            i += 1
            continue
        s += xs[i]
        i += 1
    return s


def after_contin(xs: list[int]) -> int:
    s = 0
    for x in xs:
        if x < 0:
            break
        s += x
    return s


def before_loopfinally(xs: list[int]) -> int:
    s = 0
    for x in xs:
        try:
            if x == 0:
                return s
        finally:
            s += 1
    return s


def after_loopfinally(xs: list[int]) -> int:
    s = 0
    for x in xs:
        try:
            if x == 0:
                break
        finally:
            s += 1
    return s
