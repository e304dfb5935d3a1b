# verheal: check
# subject: f
# expect: proved
def f(a: list[int], b: list[int]) -> int:
    n = len(b)
    if a is not b:
        a.append(1)
    assert len(b) == n
    return n
