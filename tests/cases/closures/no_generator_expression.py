# verheal: check
# subject: f
# expect: refuted safety:IndexError | raises
# witness: f([])
# why: only what is run over first is evaluated when a generator is made
def f(xs: list[int]) -> bool:
    shares = (1 // x for x in [xs[0]])
    return shares is not None
