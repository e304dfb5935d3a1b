# verheal: check
# subject: in_order_throughout
# expect: refuted post
# witness: in_order_throughout([1, 0])
def in_order_throughout(xs: list[int]) -> bool:
    """
    post: __return__ == all(xs[i] <= xs[j] for i in range(len(xs)) for j in range(i, len(xs)))
    """
    for i in range(max(len(xs) - 2, 0)):
        if xs[i] > xs[i + 1]:
            return False
    return True
