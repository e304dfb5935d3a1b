# verheal: check
# subject: f
# expect: proved
import deal


@deal.ensure(lambda _: _.result >= _.a and _.result >= _.b)
def f(a: int, b: int) -> int:
    return a if a > b else b
