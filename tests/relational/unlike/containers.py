"""Pairs that differ: containers."""


def before_alias(xs: list[int]) -> list[int]:
    return xs


def after_alias(xs: list[int]) -> list[int]:
    return list(xs)


def before_mutate(xs: list[int]) -> int:
    xs.append(1)
    return len(xs)


def after_mutate(xs: list[int]) -> int:
    return len(xs) + 1


def before_dictorder(a: str, b: str) -> dict[str, int]:
    return {a: 1, b: 2}


def after_dictorder(a: str, b: str) -> dict[str, int]:
    return {b: 2, a: 1}
