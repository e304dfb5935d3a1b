# verheal: check
# subject: f
# expect: refuted raises
# witness: f(0)
import deal


@deal.raises(KeyError)
def f(x: int) -> int:
    if x == 0:
        raise ValueError("zero")
    return x
