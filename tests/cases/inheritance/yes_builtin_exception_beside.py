# verheal: check
# subject: f
# expect: proved
class Failure(Exception):
    def __init__(self, code: int) -> None:
        super().__init__("failed")
        self.code = code


class Refused(Failure, ValueError):
    pass


def f(code: int) -> int:
    try:
        raise Refused(code)
    except ValueError:
        found = Refused(code).code
        assert found == code
        return found
