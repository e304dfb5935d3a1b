# verheal: check
# subject: f
# expect: refuted assert | loop-invariant
# witness: f(6)
# why: true in the first rounds only
def f(n: int) -> int:
    i = 0
    while i < n:
        assert i < 5
        i += 1
    return i
