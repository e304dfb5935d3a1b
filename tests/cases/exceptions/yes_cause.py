# verheal: check
# subject: f
# expect: proved
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


def f(n: int) -> int:
    try:
        return find(n)
    except NotFound as e:
        code = e.code // 404
        raise AppError(code) from e
