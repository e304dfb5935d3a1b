# verheal: check
# subject: Mixed.larger
# expect: refuted safety:TypeError | raises
# witness: (lambda m: (m.take(), m.larger())[-1])(Mixed(1))
# allow: unknown
# why: the other field may hold a text
class Mixed:
    def __init__(self, mixed_number: int) -> None:
        self.mixed_number = mixed_number
        self.mixed_text = "a"

    def take(self) -> None:
        self.mixed_number = self.mixed_text  # type: ignore[assignment]

    def larger(self) -> int:
        return self.mixed_number + 1
