# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError | raises
# witness: f(0)
# why: a default is evaluated when the function is made
def f(n: int) -> bool:
    g = lambda x, share=1 // n: x + share  # noqa: E731
    return g is not None
