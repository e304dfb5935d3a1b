# verheal: check
# subject: f
# expect: refuted safety:TypeError | raises
# witness: f("")
# why: a handler may name exceptions only, and says so when one comes by
class Marked:
    pass


class MarkedError(Marked, ValueError):
    pass


def f(text: str) -> int:
    try:
        if not text:
            raise MarkedError(text)
    except Marked:
        return 0
    return len(text)
