# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(n: int) -> int:
    count = 0
    for i in range(0, n, 2):
        assert i % 2 == 0
        count += 1
    return count
