# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError | raises
# witness: f(1)


class Sheet:
    COLUMNS = 4
    ROWS = 10

    def __init__(self, used: int) -> None:
        self.used = used

    @classmethod
    def room(cls) -> int:
        return cls.COLUMNS * cls.ROWS


class Half(Sheet):
    ROWS = 5


def f(used: int) -> int:
    return used // (Sheet.room() - Half.room() - Half.COLUMNS * Half.ROWS)
