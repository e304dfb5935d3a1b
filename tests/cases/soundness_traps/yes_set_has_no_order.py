# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(a: int, b: int) -> int:
    first = list({a, b})[0]
    assert first == a or first == b
    return first
