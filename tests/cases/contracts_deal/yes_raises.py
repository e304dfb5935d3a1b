# verheal: check
# subject: f
# expect: proved
import deal


@deal.raises(ValueError)
def f(x: int) -> int:
    if x == 0:
        raise ValueError("zero")
    return x
