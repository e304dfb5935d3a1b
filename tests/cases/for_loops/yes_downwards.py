# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    last = n
    for i in range(n, 0, -1):
        assert i >= 1
        last = i
    return last
