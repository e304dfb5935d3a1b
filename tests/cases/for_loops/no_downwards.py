# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0)
def f(n: int) -> int:
    last = n
    for i in range(n, -1, -1):
        assert i >= 1
        last = i
    return last
