# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
class Limits:
    LOW = 1
    HIGH = 0


def f() -> int:
    d = Limits.HIGH - Limits.LOW
    assert d > 0
    return d
