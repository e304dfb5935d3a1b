# verheal: check
# subject: Indented.deeper
# expect: proved
# why: what is added is the other field of the same object, in which only an int is stored
class Indented:
    def __init__(self, step_width: int) -> None:
        self.step_width = step_width
        self.indent_now = 0

    def more(self) -> None:
        self.indent_now += self.step_width

    def deeper(self) -> int:
        return self.indent_now + 1
