# verheal: check
# subject: f
# expect: refuted raises | safety:TypeError
# witness: f("")
# why: one of the tuple is no exception
WRONG = (KeyError, "ValueError")


def f(text: str) -> int:
    try:
        if not text:
            raise ValueError(text)
    except WRONG:
        return 0
    return len(text)
