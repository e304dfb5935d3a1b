# verheal: check
# subject: f
# expect: proved
class Noted:
    pass


class MarkedError(Noted, ValueError):
    pass


def f(text: str) -> int:
    try:
        if not text:
            raise MarkedError(text)
    except MarkedError:
        return 0
    return len(text)
