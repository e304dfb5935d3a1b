# verheal: check
# subject: Basin.__init__
# expect: proved
# why: deal evaluates the invariant after every assignment; what is not set yet is the class's
import deal


@deal.inv(lambda self: 0 <= self.depth <= self.most)
class Basin:
    most: int = 0
    depth: int = 0

    @deal.pre(lambda self, most: most >= 0)
    def __init__(self, most: int) -> None:
        self.most = most
        self.depth = most
