# verheal: check
# subject: days_between
# expect: refuted post
# witness: days_between(1, 1)
# why: days in order may be one day
import deal

in_order = deal.chain(deal.pre(lambda first, last: first <= last), deal.safe)


@in_order
@deal.post(lambda result: result > 0)
def days_between(first: int, last: int) -> int:
    return last - first
