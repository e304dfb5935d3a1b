# verheal: check
# subject: Mark.__eq__
# expect: refuted assert
# witness: Mark(0) == None
# why: None is something else, and None
class Mark:
    def __init__(self, worth: int) -> None:
        self.worth = worth

    def __eq__(self, other: object) -> bool:
        alike = isinstance(other, Mark) and self.worth == other.worth
        assert alike or other is not None
        return alike
