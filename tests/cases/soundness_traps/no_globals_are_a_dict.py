# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f()
LIMIT = 4
globals()["LIMIT"] = 5


def f() -> int:
    r = LIMIT
    assert r == 4
    return r
