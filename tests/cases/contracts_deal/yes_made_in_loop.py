# verheal: check
# subject: Ranked.__init__
# expect: proved
# allow: unknown
# why: what the class body binds last is what deal sees; a loop there is not followed
import deal


@deal.inv(lambda self: self.rank <= 3)
class Ranked:
    other: int = 0
    rank: int = 0
    for rank in (3,):
        pass

    def __init__(self) -> None:
        self.other = 1
