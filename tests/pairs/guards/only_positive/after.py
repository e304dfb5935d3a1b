def only_positive(values: list[int]) -> bool:
    for value in values:
        if value <= 0:
            return False
        else:
            return True
    return True
