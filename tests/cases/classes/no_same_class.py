# verheal: check
# subject: Weight.__lt__
# expect: refuted raises | safety:AttributeError
# witness: Weight(1).__lt__(None)
class Weight:
    def __init__(self, grams: int) -> None:
        self.grams = grams

    def __lt__(self, other: object) -> bool:
        if type(self) is type(other):
            return NotImplemented
        return self.grams < other.grams
