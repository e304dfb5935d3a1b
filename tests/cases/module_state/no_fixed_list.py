# verheal: check
# subject: nth
# expect: refuted safety:IndexError
# allow: unknown
# witness: nth(2)
# why: another function takes one away, by another name
KIND_WORDS = ["low", "middle", "high"]


def shorten() -> None:
    words = KIND_WORDS
    words.pop()


def nth(i: int) -> str:
    assert 0 <= i < 3
    shorten()
    return KIND_WORDS[i]
