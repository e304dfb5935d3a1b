"""Pairs that differ: output."""


def before_print(x: int) -> int:
    print("a")
    return x


def after_print(x: int) -> int:
    print("b")
    return x


def before_printorder(x: int) -> None:
    print("a")
    print("b")


def after_printorder(x: int) -> None:
    print("b")
    print("a")


def before_printraise(x: int) -> int:
    print("a")
    return 1 // x


def after_printraise(x: int) -> int:
    y = 1 // x
    print("a")
    return y


def before_printmissing(xs: list[int]) -> None:
    for x in xs:
        print(x)


def after_printmissing(xs: list[int]) -> None:
    for x in xs:
        if x != 7:
            print(x)


def before_printend(x: int) -> None:
    print(x)


def after_printend(x: int) -> None:
    print(x, end="")


def before_printsep(x: str) -> None:
    print(x, x, sep="-")


def after_printsep(x: str) -> None:
    print(x, x)


def before_printfloat(x: float) -> None:
    print(x)


def after_printfloat(x: float) -> None:
    print(x + 0.0)
