# verheal: check
# subject: after_peeking
# expect: refuted safety:AttributeError | raises
# witness: after_peeking(Peeked())
# why: pop takes out what get only reads
class Peeked:
    def __init__(self) -> None:
        self.peeked_count: int = 0

    def peek(self) -> None:
        self.__dict__.pop("peeked_count", None)


def after_peeking(one: Peeked) -> int:
    one.peek()
    return one.peeked_count
