def is_whole(value: int | bool | float) -> bool:
    if type(value) is bool:
        return False
    if type(value) is int:
        return True
    return value == value // 1
