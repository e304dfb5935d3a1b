# verheal: check
# subject: billed
# expect: refuted post
# witness: billed(0, fee=-1)
# why: nothing keeps the fee from being negative
def billed(*amounts: int, fee: int = 0) -> int:
    """
    pre: fee <= 0
    post: __return__ >= sum(amounts)
    """
    total = 0
    for amount in amounts:
        total += amount + fee
    return total
