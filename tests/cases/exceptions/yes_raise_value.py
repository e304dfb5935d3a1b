# verheal: check
# subject: f
# expect: proved
# why: a raise statement declares the exception that it is given
class AppError(Exception):
    def __init__(self, code: int, where: str = "") -> None:
        super().__init__(f"code {code:x} at {where}")
        self.code = code
        self.where = where


class NotFound(AppError):
    def __init__(self, where: str) -> None:
        AppError.__init__(self, 404, where)


def find(n: int) -> int:
    if n < 0:
        raise NotFound("here")
    return n


def made(s: str) -> AppError:
    return AppError(len(s), s)


def f(s: str) -> None:
    raise made(s)
