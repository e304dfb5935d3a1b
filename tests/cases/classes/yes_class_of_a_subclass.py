# verheal: check
# subject: described_wrongly
# expect: proved
# why: an object of a subclass is an instance of the class


class Cornered:
    def __init__(self, corner_name: str) -> None:
        self.corner_name = corner_name


class Squared(Cornered):
    pass


def described_wrongly(one: Cornered) -> str:
    name = one.corner_name
    assert isinstance(one, Cornered)
    return name
