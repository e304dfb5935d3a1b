# verheal: check
# subject: in_words
# expect: proved
# why: no part of a text that is split at white space has a space in it
def in_words(headline: str) -> str:
    """
    post: " " not in __return__
    """
    return "-".join(headline.lower().split())
