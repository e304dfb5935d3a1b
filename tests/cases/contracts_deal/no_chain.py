# verheal: check
# subject: f
# expect: refuted post
# witness: f(0)
import deal


@deal.chain(deal.pre(lambda x: x >= 0), deal.post(lambda result: result > 0))
def f(x: int) -> int:
    return x
