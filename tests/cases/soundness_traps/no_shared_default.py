# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: (f(1), f(1))
# why: a default list lives on between calls
def push(x: int, xs: list[int] = []) -> int:
    if xs is None:
        xs = []
    xs.append(x)
    return len(xs)


def f(x: int) -> int:
    n = push(x)
    assert n == 1
    return n
