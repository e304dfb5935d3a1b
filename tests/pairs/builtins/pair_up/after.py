def pair_up(keys: list[int], values: list[int]) -> dict[int, int]:
    return dict(zip(keys, values))
