# verheal: check
# subject: f
# expect: refuted pre
# witness: f(0)
import icontract


@icontract.require(lambda n: n > 0)
def inverse(n: int) -> int:
    return 100 // n


def f(n: int) -> int:
    return inverse(n * n)
