# verheal: check
# subject: f
# expect: proved
# why: arguments are evaluated from left to right
def log(xs: list[int], x: int) -> int:
    xs.append(x)
    return x


def two(a: int, b: int) -> int:
    return a - b


def f() -> int:
    xs: list[int] = []
    two(log(xs, 1), log(xs, 2))
    assert xs[0] == 1
    return xs[1]
