"""Pairs that do the same: sharing."""


def before_pairshare2(a: int) -> tuple[list[int], list[int]]:
    y = [a]
    x = [a]
    return (x, y)


def after_pairshare2(a: int) -> tuple[list[int], list[int]]:
    return ([a], [a])


def before_escape2(d: dict[str, list[int]]) -> list[int]:
    out: list[int] = []
    d["a"] = out
    return out


def after_escape2(d: dict[str, list[int]]) -> list[int]:
    d["a"] = []
    return d["a"]
