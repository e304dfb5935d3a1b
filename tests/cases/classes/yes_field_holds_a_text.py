# verheal: check
# subject: Mixed.larger
# expect: proved
# why: what is stored is the length of the text
class Mixed:
    def __init__(self, mixed_number: int) -> None:
        self.mixed_number = mixed_number
        self.mixed_text = "a"

    def take(self) -> None:
        self.mixed_number = len(self.mixed_text)

    def larger(self) -> int:
        return self.mixed_number + 1
