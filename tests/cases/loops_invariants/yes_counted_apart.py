# verheal: check
# subject: counted_apart
# expect: proved
def counted_apart(words: list[str], letter: str) -> tuple[int, int]:
    """
    post: __return__[0] + __return__[1] == len(words)
    """
    with_it = without = 0
    for word in words:
        if letter in word:
            with_it += 1
        else:
            without += 1
    return with_it, without
