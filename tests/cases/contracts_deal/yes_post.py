# verheal: check
# subject: f
# expect: proved
import deal


@deal.post(lambda result: result >= 0)
def f(x: int) -> int:
    return x * x
