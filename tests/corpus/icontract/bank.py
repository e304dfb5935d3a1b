"""Accounts in whole cents that are never overdrawn."""
from __future__ import annotations

from icontract import ensure, invariant, require, snapshot


@invariant(lambda self: self.balance >= 0)
class Account:
    @require(lambda balance: balance >= 0)
    def __init__(self, balance: int) -> None:
        self.balance: int = balance

    @require(lambda amount: amount > 0)
    @snapshot(lambda self: self.balance, name="balance")
    @ensure(lambda self, amount, OLD: self.balance == OLD.balance + amount)
    def deposit(self, amount: int) -> None:
        self.balance += amount

    @require(lambda amount: amount > 0)
    @snapshot(lambda self: self.balance, name="balance")
    @ensure(lambda self, amount, OLD: self.balance == OLD.balance - amount)
    def withdraw(self, amount: int) -> None:
        self.balance -= amount


@require(lambda src, amount: 0 < amount <= src.balance)
@snapshot(lambda src, dst: src.balance + dst.balance, name="total")
@ensure(lambda src, dst, OLD: src.balance + dst.balance == OLD.total)
def move(src: Account, dst: Account, amount: int) -> None:
    src.balance -= amount
    dst.balance += amount


@require(lambda src, amount: 0 < amount <= src.balance)
@snapshot(lambda dst: dst.balance, name="before")
@ensure(lambda dst, amount, OLD: dst.balance == OLD.before + amount)
def pay(src: Account, dst: Account, amount: int) -> None:
    src.balance -= amount
    dst.balance += amount
