def same_table(first: dict[str, int], second: dict[str, int]) -> bool:
    return first == second
