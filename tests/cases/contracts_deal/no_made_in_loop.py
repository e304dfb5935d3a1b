# verheal: check
# subject: Ranked.__init__
# expect: refuted invariant | raises
# witness: Ranked()
# why: what the class body binds last is what deal sees
import deal


@deal.inv(lambda self: self.rank <= 3)
class Ranked:
    other: int = 0
    rank: int = 0
    for rank in (5,):
        pass

    def __init__(self) -> None:
        self.other = 1
