# verheal: check
# subject: doubled
# expect: refuted assert
# witness: doubled(0)
# why: the call on the left has changed it before it is read
def doubled(start: int) -> int:
    level = start

    def rise(by: int) -> int:
        nonlocal level
        if by > 3:
            level = by
            return level
        level += by
        return level

    both = rise(3) + level
    assert both == start + start + 3
    return both
