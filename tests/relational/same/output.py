"""Pairs that do the same: output."""


def before_printloop(xs: list[int]) -> None:
    for x in xs:
        print(x)


def after_printloop(xs: list[int]) -> None:
    i = 0
    while i < len(xs):
        print(xs[i])
        i += 1
