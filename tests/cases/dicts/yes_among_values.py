# verheal: check
# subject: is_opened
# expect: proved
OPENED = {")": "(", "]": "["}


def is_opened(char: str) -> bool:
    """
    post: __return__ == (char == "(" or char == "[")
    """
    return char in OPENED.values()
