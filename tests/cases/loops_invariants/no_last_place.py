# verheal: check
# subject: last_place
# expect: refuted post
# witness: last_place([1, 1], 1)
def last_place(xs: list[int], v: int) -> int:
    """
    post: __return__ == -1 or xs[__return__] == v
    post: all(xs[k] != v for k in range(__return__ + 1, len(xs)))
    """
    found = -1
    for i in range(len(xs)):
        if xs[i] == v and found < 0:
            found = i
    return found
