# verheal: check
# subject: f
# expect: refuted assert
# witness: f([])
# why: a callee that rebinds its parameter changes nothing for its caller
def fresh(xs: list[int]) -> int:
    xs.append(1)
    return len(xs)


def f(xs: list[int]) -> int:
    n = len(xs)
    fresh(xs)
    assert len(xs) == n
    return n
