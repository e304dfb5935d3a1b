# verheal: check
# subject: f
# expect: proved
def f(stock: dict[str, tuple[int, int]], title: str) -> int:
    """
    pre: all(kept >= 0 and lent > 0 for kept, lent in stock.values())
    post: __return__ >= 0
    """
    kept, lent = stock.get(title, (0, 0))
    return kept + lent
