def shared_rows(left: list[list[int]], right: list[list[int]]) -> int:
    known = set(right)
    return sum(row in known for row in left)
