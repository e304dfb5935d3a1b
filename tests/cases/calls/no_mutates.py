# verheal: check
# subject: f
# expect: refuted assert
# witness: f([])
def push(xs: list[int]) -> None:
    xs.append(0)


def f(xs: list[int]) -> int:
    n = len(xs)
    push(xs)
    assert len(xs) == n
    return n
