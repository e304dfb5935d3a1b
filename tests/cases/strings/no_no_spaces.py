# verheal: check
# subject: in_words
# expect: refuted post
# witness: in_words("a b c")
# why: behind the first split the rest stays as it is
def in_words(headline: str) -> str:
    """
    post: " " not in __return__
    """
    return "-".join(headline.lower().split(None, 1))
