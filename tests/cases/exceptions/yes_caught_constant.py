# verheal: check
# subject: f
# expect: proved
WRONG = (KeyError, ValueError)


def f(text: str) -> int:
    try:
        if not text:
            raise ValueError(text)
    except WRONG:
        return 0
    return len(text)
