# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Limits:
    LOW = 1
    HIGH = 2


def f() -> int:
    d = Limits.HIGH - Limits.LOW
    assert d > 0
    return d
