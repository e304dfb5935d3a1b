# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: unpacking wants exactly as many
def f(t: tuple[int, ...]) -> int:
    assert len(t) == 2
    a, b = t
    return a + b
