# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: a default list lives on between calls
def push(x: int, xs: list[int] | None = None) -> int:
    if xs is None:
        xs = []
    xs.append(x)
    return len(xs)


def f(x: int) -> int:
    n = push(x)
    assert n == 1
    return n
