# verheal: check
# subject: f
# expect: proved
# why: true in the first rounds only
def f(n: int) -> int:
    i = 0
    while i < n:
        assert i < n
        i += 1
    return i
