# verheal: check
# subject: same_backwards
# expect: refuted post
# witness: same_backwards("ab")
def same_backwards(s: str) -> bool:
    """
    post: __return__ == all(s[i] == s[len(s) - 1 - i] for i in range(len(s)))
    """
    i, j = 0, len(s) - 1
    while i < j - 1:
        if s[i] != s[j]:
            return False
        i += 1
        j -= 1
    return True
