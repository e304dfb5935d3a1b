def is_whole(value: int | bool | float) -> bool:
    if isinstance(value, int):
        return True
    return value == value // 1
