# verheal: check
# subject: f
# expect: refuted assert
# witness: f((1, 2), (2, None))
def f(a: tuple[int, int | None], b: tuple[int, int | None]) -> bool:
    if a[0] != b[0]:
        r = a < b
        assert b[1] is not None
        return r
    return False
