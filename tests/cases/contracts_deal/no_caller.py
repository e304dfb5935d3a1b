# verheal: check
# subject: f
# expect: refuted pre
# witness: f(0)
import deal


@deal.pre(lambda n: n > 0)
def inverse(n: int) -> int:
    return 100 // n


def f(n: int) -> int:
    return inverse(abs(n))
