"""A waiting queue with a count, and a library shelf."""
from __future__ import annotations


class WaitingRoom:
    """Numbers are given out in order and called in order.

    inv: 0 <= self.called <= self.given
    inv: self.waiting == list(range(self.called, self.given))
    """

    def __init__(self) -> None:
        self.given: int = 0
        self.called: int = 0
        self.waiting: list[int] = []

    def take_number(self) -> int:
        """
        post[self]: self.given == __old__.self.given + 1
        post[self]: __return__ == __old__.self.given
        """
        number = self.given
        self.waiting.append(number)
        self.given += 1
        return number

    def call_next(self) -> int:
        """
        post[self]: __return__ == __old__.self.called
        post[self]: len(self.waiting) == len(__old__.self.waiting) - 1
        raises: IndexError
        """
        number = self.waiting.pop(0)
        self.called += 1
        return number

    def leave(self, number: int) -> None:
        """Somebody goes home; unknown numbers are ignored.

        post[self]: number not in self.waiting
        """
        if number in self.waiting:
            self.waiting.remove(number)

    def close(self) -> int:
        """
        post[self]: self.waiting == [] and self.called == self.given
        post[self]: __return__ == len(__old__.self.waiting)
        """
        rest = len(self.waiting)
        self.waiting.clear()
        self.called += rest
        return rest


class Shelf:
    """Lent and kept copies of each title.

    inv: all(kept >= 0 and lent >= 0 for kept, lent in self.copies.values())
    """

    def __init__(self) -> None:
        self.copies: dict[str, tuple[int, int]] = {}

    def total(self, title: str) -> int:
        """
        post: __return__ >= 0
        """
        kept, lent = self.copies.get(title, (0, 0))
        return kept + lent

    def add(self, title: str, count: int) -> None:
        """
        pre: count > 0
        post[self]: self.total(title) == __old__.self.total(title) + count
        """
        kept, lent = self.copies.get(title, (0, 0))
        self.copies[title] = (kept + count, lent)

    def lend(self, title: str) -> bool:
        """
        post[self]: sum(self.copies.get(title, (0, 0))) == sum(__old__.self.copies.get(title, (0, 0)))
        post[self]: _ == (title in self.copies and __old__.self.copies[title][0] > 0)
        """
        if title not in self.copies:
            return False
        kept, lent = self.copies[title]
        self.copies[title] = (kept - 1, lent + 1)
        return kept > 0

    def give_back(self, title: str) -> None:
        """
        post[self]: self.total(title) == __old__.self.total(title)
        raises: KeyError
        """
        kept, lent = self.copies[title]
        if lent > 0:
            self.copies[title] = (kept + 1, lent - 1)
