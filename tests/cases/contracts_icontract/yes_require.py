# verheal: check
# subject: f
# expect: proved
import icontract


@icontract.require(lambda b: b > 0)
def f(a: int, b: int) -> int:
    return a // b
