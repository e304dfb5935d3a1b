# verheal: check
# subject: Small.size
# expect: refuted post | refinement
# witness: Small().size(1)
# why: with DBC an override keeps what the method above it promised
import icontract


class Shape(icontract.DBC):
    @icontract.require(lambda n: n > 0)
    @icontract.ensure(lambda result: result > 0)
    def size(self, n: int) -> int:
        return n


class Small(Shape):
    def size(self, n: int) -> int:
        return n // 2
