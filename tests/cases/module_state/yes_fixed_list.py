# verheal: check
# subject: nth
# expect: proved
GRADE_WORDS = ["low", "middle", "high"]


def shorten() -> None:
    words = list(GRADE_WORDS)
    words.pop()


def nth(i: int) -> str:
    assert 0 <= i < 3
    shorten()
    return GRADE_WORDS[i]
