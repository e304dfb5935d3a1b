# verheal: check
# subject: Basin.__init__
# expect: refuted invariant | raises
# witness: Basin(1)
# why: after the first assignment the class's depth is above the new most
import deal


@deal.inv(lambda self: 0 <= self.depth <= self.most)
class Basin:
    most: int = 0
    depth: int = 0

    @deal.pre(lambda self, most: most >= 0)
    def __init__(self, most: int) -> None:
        self.depth = most
        self.most = most
