# verheal: check
# subject: f
# expect: proved
# why: a default is evaluated when the function is made
def f(n: int) -> bool:
    g = lambda x, share=1 // (n * n + 1): x + share  # noqa: E731
    return g is not None
