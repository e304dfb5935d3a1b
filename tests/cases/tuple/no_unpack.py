# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f((1, 2, 3))
# why: unpacking wants exactly as many
def f(t: tuple[int, ...]) -> int:
    assert len(t) >= 2
    a, b = t
    return a + b
