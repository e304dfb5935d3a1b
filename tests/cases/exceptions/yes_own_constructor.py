# verheal: check
# subject: f
# expect: proved
# why: the constructor of the exception fails before it is raised
class Bad(Exception):
    def __init__(self, xs: list[str]) -> None:
        Exception.__init__(self, xs)
        self.first = xs[0] if xs else ""


def f(xs: list[str]) -> str:
    if len(xs) != 1:
        raise Bad(xs)
    return xs[0]
