# verheal: check
# subject: f
# expect: proved
def f(a: tuple[int, int | None], b: tuple[int, int | None]) -> bool:
    if a[0] != b[0]:
        r = a < b
        assert r == (a[0] < b[0])
        return r
    return False
