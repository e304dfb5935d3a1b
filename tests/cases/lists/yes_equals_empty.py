# verheal: check
# subject: f
# expect: proved
def f(items: list[int]) -> int:
    """
    post[items]: items == [] and __return__ >= 0
    """
    rest = len(items)
    items.clear()
    return rest
