# verheal: check
# subject: reads_alike
# expect: proved
def reads_alike(text: str) -> bool:
    """
    post: __return__ == (text == text[::-1])
    """
    i, j = 0, len(text) - 1
    while i < j:
        if text[i] != text[j]:
            return False
        i += 1
        j -= 1
    return True
