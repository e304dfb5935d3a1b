"""A wallet with cents in it."""
from __future__ import annotations


class Wallet:
    def __init__(self, cents: int) -> None:
        assert cents >= 0
        self.cents: int = cents

    def spend(self, amount: int) -> bool:
        assert amount > 0
        before = self.cents
        if amount > self.cents:
            return False
        self.cents -= amount
        assert self.cents == before - amount
        assert self.cents >= 0
        return True

    def give(self, other: Wallet, amount: int) -> None:
        assert 0 < amount <= self.cents
        before = self.cents
        self.cents -= amount
        other.cents += amount
        assert self.cents == before - amount
