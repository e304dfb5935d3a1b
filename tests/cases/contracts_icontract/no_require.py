# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1, 0)
import icontract


@icontract.require(lambda b: b >= 0)
def f(a: int, b: int) -> int:
    return a // b
