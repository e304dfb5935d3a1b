# verheal: check
# subject: filled
# expect: refuted post
# witness: filled(0, 0)
def filled(size: int, value: int) -> list[int]:
    """
    pre: 0 <= size <= 100
    post: len(__return__) == size
    post: all(x == value for x in __return__)
    """
    out = [value]
    while len(out) < size:
        out.append(value)
    return out
