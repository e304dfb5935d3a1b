# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f() -> int:
    ys = [1]

    def take() -> None:
        ys.append(2)

    take()
    return ys[0]
