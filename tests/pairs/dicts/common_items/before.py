def common_count(first: list[int], second: list[int]) -> int:
    shared: list[int] = []
    for value in first:
        if value in second and value not in shared:
            shared.append(value)
    return len(shared)
