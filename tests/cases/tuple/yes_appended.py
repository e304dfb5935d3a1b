# verheal: check
# subject: with_last
# expect: proved
# why: the item comes behind the others, which stay as they are
def with_last(items: tuple[int, ...], last: int) -> tuple[int, ...]:
    """
    post: __return__[-1] == last and __return__[:-1] == items
    """
    return (*items, last)
