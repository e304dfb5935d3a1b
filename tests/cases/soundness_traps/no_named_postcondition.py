# verheal: check
# subject: f
# expect: refuted post
# witness: f(0)
# why: a postcondition that is no lambda counts as well
import deal


def positive(result: int) -> bool:
    return result > 0


@deal.post(positive)
def f(x: int) -> int:
    return abs(x)
