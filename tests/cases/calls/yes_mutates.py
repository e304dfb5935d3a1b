# verheal: check
# subject: f
# expect: proved
def push(xs: list[int]) -> None:
    xs.append(0)


def f(xs: list[int]) -> int:
    n = len(xs)
    push(xs)
    assert len(xs) == n + 1
    return n
