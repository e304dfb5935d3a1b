# verheal: check
# subject: days_between
# expect: proved
# why: the chain has a name, and its precondition keeps the days in order
import deal

in_order = deal.chain(deal.pre(lambda first, last: first <= last), deal.safe)


@in_order
@deal.post(lambda result: result > 0)
def days_between(first: int, last: int) -> int:
    return last - first + 1
