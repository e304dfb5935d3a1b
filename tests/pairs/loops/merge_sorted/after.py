def merge_sorted(left: list[int], right: list[int]) -> list[int]:
    merged: list[int] = []
    i = 0
    for value in right:
        while i < len(left) and left[i] <= value:
            merged.append(left[i])
            i += 1
        merged.append(value)
    return merged + left[i:]
