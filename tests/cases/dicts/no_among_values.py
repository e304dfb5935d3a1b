# verheal: check
# subject: is_opened
# expect: refuted post
# witness: is_opened("(")
# why: these are the keys
OPENED = {")": "(", "]": "["}


def is_opened(char: str) -> bool:
    """
    post: __return__ == (char == "(" or char == "[")
    """
    return char in OPENED
