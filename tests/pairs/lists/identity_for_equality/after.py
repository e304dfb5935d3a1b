def shares_rows(first: list[int], second: list[int]) -> bool:
    if len(first) != len(second):
        return False
    return first == second
