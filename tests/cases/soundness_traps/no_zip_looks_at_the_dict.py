# verheal: check
# subject: f
# expect: refuted safety:RuntimeError
# witness: f({1: 1}, [1, 2])
def f(d: dict[int, int], xs: list[int]) -> int:
    n = 0
    for k, _ in zip(d, xs):
        d[k + 1] = 1
        n += 1
    return n
