# verheal: check
# subject: f
# expect: proved
import icontract


@icontract.ensure(lambda result: result >= 0)
def f(x: int) -> int:
    return x * x
