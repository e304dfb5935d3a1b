# verheal: check
# subject: after_peeking
# expect: proved
# allow: unknown
class Peeked:
    def __init__(self) -> None:
        self.peeked_count: int = 0

    def peek(self) -> None:
        self.__dict__.get("peeked_count")


def after_peeking(one: Peeked) -> int:
    one.peek()
    return one.peeked_count
