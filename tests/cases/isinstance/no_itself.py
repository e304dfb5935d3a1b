# verheal: check
# subject: Mark.__eq__
# expect: refuted assert
# witness: Mark(0) == Mark(0)
# why: objects of the same worth need not be one object
class Mark:
    def __init__(self, worth: int) -> None:
        self.worth = worth

    def __eq__(self, other: object) -> bool:
        alike = isinstance(other, Mark) and self.worth == other.worth
        assert not alike or self is other
        return alike
