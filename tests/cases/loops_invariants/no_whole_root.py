# verheal: check
# subject: whole_root
# expect: refuted post
# witness: whole_root(1)
def whole_root(n: int) -> int:
    """
    pre: n >= 0
    post: __return__ * __return__ <= n < (__return__ + 1) * (__return__ + 1)
    """
    r = 0
    while (r + 1) * (r + 1) < n:
        r += 1
    return r
