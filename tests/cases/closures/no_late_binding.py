# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError | raises
# witness: f(0)
# why: the function sees the variable as it is when it is called
def f(n: int) -> int:
    def share(k: int) -> int:
        return 1 // (k - n)

    n = n + 1
    return share(n)
