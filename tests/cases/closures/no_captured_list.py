# verheal: check
# subject: f
# expect: refuted safety:IndexError | raises
# witness: f()
def f() -> int:
    ys = [1]

    def take() -> None:
        ys.pop()

    take()
    return ys[0]
