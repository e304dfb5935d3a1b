# verheal: check
# subject: f
# expect: proved
# why: only what is run over first is evaluated when a generator is made
def f(xs: list[int]) -> bool:
    shares = (1 // x for x in xs[:1])
    return shares is not None
