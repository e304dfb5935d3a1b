# verheal: check
# subject: told
# expect: proved
# allow: unknown
class Answering:
    def __init__(self, answer_number: int) -> None:
        self.answer_number = answer_number

    @property
    def answer(self) -> int:
        if self.answer_number > 0:
            raise AttributeError("answer")
        return 1

    def __getattr__(self, name: str) -> int:
        return 5


def told(one: Answering) -> int:
    try:
        found = one.answer
    except AttributeError:
        return 1
    assert found in (1, 5)
    return found
