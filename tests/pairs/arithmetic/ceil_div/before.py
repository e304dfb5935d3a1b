def ceil_div(total: int, size: int) -> int:
    if size == 0:
        raise ZeroDivisionError("size")
    return -(-total // size)
