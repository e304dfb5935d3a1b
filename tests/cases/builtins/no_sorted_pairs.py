# verheal: check
# subject: in_order
# expect: refuted post
# witness: in_order([(0, 1), (0, 0)])
# why: only the first items are compared
def in_order(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """
    post: all(a <= b for a, b in zip(__return__, __return__[1:]))
    post: all(span in __return__ for span in spans)
    """
    return sorted(spans, key=lambda span: span[0])
