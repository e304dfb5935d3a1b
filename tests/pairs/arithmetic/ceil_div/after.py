def ceil_div(total: int, size: int) -> int:
    quotient, remainder = divmod(total, size)
    if remainder:
        quotient += 1
    return quotient
