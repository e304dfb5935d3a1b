# verheal: check
# subject: doubled
# expect: proved
# why: the left operand is read before the call on the right changes it
def doubled(start: int) -> int:
    level = start

    def rise(by: int) -> int:
        nonlocal level
        if by > 3:
            level = by
            return level
        level += by
        return level

    both = level + rise(3)
    assert both == start + start + 3
    return both
