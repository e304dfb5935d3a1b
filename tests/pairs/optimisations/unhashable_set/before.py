def shared_rows(left: list[list[int]], right: list[list[int]]) -> int:
    count = 0
    for row in left:
        if row in right:
            count += 1
    return count
