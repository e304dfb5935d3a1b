# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> tuple[int, int, int]:
    assert a >= 0 and b >= 0
    old_r, r = a, b
    old_s, s = 1, 0
    old_t, t = 0, 1
    while r != 0:
        q = old_r // r
        old_r, r = r, old_r - q * r
        old_s, s = s, old_s - q * s
        old_t, t = t, old_t - q * t
    assert old_r == a * old_s + b * old_t
    return old_r, old_s, old_t
