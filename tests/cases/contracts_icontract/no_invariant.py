# verheal: check
# subject: Stock.take
# expect: refuted invariant
# witness: Stock(0).take(1)
import icontract


@icontract.invariant(lambda self: self.count >= 0)
class Stock:
    @icontract.require(lambda count: count >= 0)
    def __init__(self, count: int) -> None:
        self.count = count

    @icontract.require(lambda n: n >= 0)
    def take(self, n: int) -> None:
        if n >= self.count:
            self.count -= n
