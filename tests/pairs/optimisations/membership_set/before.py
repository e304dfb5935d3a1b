def count_known(seen: list[int], known: list[int]) -> int:
    count = 0
    for value in seen:
        if value in known:
            count += 1
    return count
