# verheal: check
# subject: Mark.__eq__
# expect: proved
# why: what is the object itself is of its class and has its value
class Mark:
    def __init__(self, worth: int) -> None:
        self.worth = worth

    def __eq__(self, other: object) -> bool:
        alike = isinstance(other, Mark) and self.worth == other.worth
        assert alike or self is not other
        return alike
