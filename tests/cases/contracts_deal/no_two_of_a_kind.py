# verheal: check
# subject: f
# expect: refuted post
# witness: f([0])
import deal


@deal.ensure(lambda xs, result: result is not xs)
@deal.ensure(lambda xs, result: result == xs)
@deal.pre(lambda xs: len(xs) < 5)
@deal.pre(lambda xs: len(xs) > 0)
def f(xs: list[int]) -> list[int]:
    assert 1 <= len(xs) <= 4
    return xs or []
