# verheal: check
# subject: Weight.__lt__
# expect: proved
class Weight:
    def __init__(self, grams: int) -> None:
        self.grams = grams

    def __lt__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self.grams < other.grams
