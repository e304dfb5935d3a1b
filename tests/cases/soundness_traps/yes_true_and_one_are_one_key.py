# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f() -> int:
    d = {1: "a", True: "b"}
    assert len(d) == 1
    return len(d)
