# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f()
def push(x: int, xs: list[int] = []) -> int:
    if xs is None:
        xs = []
    xs.append(x)
    return len(xs)


def f() -> int:
    a = push(1)
    b = push(2)
    assert b == 1 and a == 1
    return b
