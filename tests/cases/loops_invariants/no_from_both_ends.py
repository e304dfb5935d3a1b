# verheal: check
# subject: reads_alike
# expect: refuted post
# witness: reads_alike("ab")
# why: the two in the middle are never compared
def reads_alike(text: str) -> bool:
    """
    post: __return__ == (text == text[::-1])
    """
    i, j = 0, len(text) - 1
    while i + 1 < j:
        if text[i] != text[j]:
            return False
        i += 1
        j -= 1
    return True
