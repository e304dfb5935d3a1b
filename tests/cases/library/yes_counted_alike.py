# verheal: check
# subject: exchange
# expect: proved
from collections import Counter


def exchange(cards: list[int], i: int, j: int) -> None:
    """
    pre: 0 <= i < len(cards) and 0 <= j < len(cards)
    post[cards]: Counter(cards) == Counter(__old__.cards)
    """
    cards[i], cards[j] = cards[j], cards[i]
