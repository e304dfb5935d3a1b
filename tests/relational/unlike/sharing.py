"""Pairs that differ: sharing."""


def before_pairshare(a: int) -> tuple[list[int], list[int]]:
    x = [a]
    return (x, x)


def after_pairshare(a: int) -> tuple[list[int], list[int]]:
    return ([a], [a])


def before_nested(a: int) -> list[list[int]]:
    x = [a]
    return [x, x]


def after_nested(a: int) -> list[list[int]]:
    return [[a], [a]]


def before_mulnest() -> list[list[int]]:
    return [[0]] * 3


def after_mulnest() -> list[list[int]]:
    return [[0] for _ in range(3)]


def before_escape(d: dict[str, list[int]]) -> list[int]:
    out: list[int] = []
    d["a"] = out
    return out


def after_escape(d: dict[str, list[int]]) -> list[int]:
    d["a"] = []
    return []


def before_inner(xs: list[int]) -> list[list[int]]:
    return [xs]


def after_inner(xs: list[int]) -> list[list[int]]:
    return [list(xs)]


def before_aliasargs(xs: list[int], ys: list[int]) -> int:
    xs.append(1)
    return len(ys)


def after_aliasargs(xs: list[int], ys: list[int]) -> int:
    n = len(ys)
    xs.append(1)
    return n


def before_loopshare(n: int) -> list[list[int]]:
    out: list[list[int]] = []
    row: list[int] = []
    for i in range(n):
        out.append(row)
    return out


def after_loopshare(n: int) -> list[list[int]]:
    out: list[list[int]] = []
    for i in range(n):
        out.append([])
    return out


def before_tupnest(a: list[int]) -> tuple[list[int], int]:
    return (a, 1)


def after_tupnest(a: list[int]) -> tuple[list[int], int]:
    return (a[:], 1)


def before_splitmut(s: str) -> tuple[list[str], list[str]]:
    a = s.split(",")
    return a, a


def after_splitmut(s: str) -> tuple[list[str], list[str]]:
    return s.split(","), s.split(",")
