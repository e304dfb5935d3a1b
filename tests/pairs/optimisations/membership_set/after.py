def count_known(seen: list[int], known: list[int]) -> int:
    lookup = set(known)
    return sum(1 for value in seen if value in lookup)
