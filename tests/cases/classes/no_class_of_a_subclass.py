# verheal: check
# subject: described_wrongly
# expect: refuted assert
# witness: described_wrongly(Squared("a"))
# why: an object of a subclass is not of exactly the class


class Cornered:
    def __init__(self, corner_name: str) -> None:
        self.corner_name = corner_name


class Squared(Cornered):
    pass


def described_wrongly(one: Cornered) -> str:
    name = one.corner_name
    assert type(one) is Cornered
    return name
