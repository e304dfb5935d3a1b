# verheal: check
# subject: f
# expect: proved
# why: the function sees the variable as it is when it is called
def f(n: int) -> int:
    def share(k: int) -> int:
        return 1 // (k - n + 1)

    n = n + 1
    return share(n)
