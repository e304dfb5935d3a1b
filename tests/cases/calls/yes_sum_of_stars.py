# verheal: check
# subject: billed
# expect: proved
# why: every amount is at least zero and the fee is added to each
def billed(*amounts: int, fee: int = 0) -> int:
    """
    pre: fee >= 0
    post: __return__ >= sum(amounts)
    """
    total = 0
    for amount in amounts:
        total += amount + fee
    return total
