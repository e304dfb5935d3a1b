# verheal: check
# subject: with_last
# expect: refuted post
# witness: with_last((1,), 2)
# why: the item comes before the others
def with_last(items: tuple[int, ...], last: int) -> tuple[int, ...]:
    """
    post: __return__[-1] == last and __return__[:-1] == items
    """
    return (last, *items)
