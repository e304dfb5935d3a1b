# verheal: check
# subject: f
# expect: proved
def same(xs: list[int]) -> list[int]:
    return xs + []


def f(xs: list[int]) -> int:
    n = len(xs)
    ys = same(xs)
    ys.append(1)
    assert len(xs) == n
    return n
