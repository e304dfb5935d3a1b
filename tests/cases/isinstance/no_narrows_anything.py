# verheal: check
# subject: Money.__eq__
# expect: refuted safety:AttributeError
# witness: Money(1) == 1
# why: what passes the test may be an int, which has no cents
class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Money, int)):
            return NotImplemented
        return self.cents == other.cents

    def __hash__(self) -> int:
        return hash(self.cents)
