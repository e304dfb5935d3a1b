# verheal: check
# subject: Indented.deeper
# expect: refuted safety:TypeError | raises
# witness: Indented(1).deeper()
# why: the field holds None until something is stored in it
class Indented:
    def __init__(self, step_width: int) -> None:
        self.step_width = step_width
        self.indent_now = None  # type: ignore[assignment]

    def more(self) -> None:
        self.indent_now += self.step_width

    def deeper(self) -> int:
        return self.indent_now + 1
