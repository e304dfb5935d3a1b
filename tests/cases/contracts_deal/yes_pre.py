# verheal: check
# subject: f
# expect: proved
import deal


@deal.pre(lambda a, b: b > 0)
def f(a: int, b: int) -> int:
    return a // b
