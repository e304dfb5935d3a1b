# verheal: check
# subject: f
# expect: proved
import deal


@deal.safe
def f(xs: list[int]) -> int:
    if len(xs) > 0:
        return xs[0]
    return 0
