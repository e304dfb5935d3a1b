# verheal: check
# subject: two_ends
# expect: refuted post
# witness: two_ends([2], 4)
def two_ends(xs: list[int], wanted: int) -> bool:
    """
    pre: all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1))
    post: not __return__ or len(xs) >= 2
    """
    i, j = 0, len(xs) - 1
    while i <= j:
        found = xs[i] + xs[j]
        if found == wanted:
            return True
        if found < wanted:
            i += 1
        else:
            j -= 1
    return False
