# verheal: check
# subject: f
# expect: refuted post
# witness: (lambda a: f(a, a, 1))(Account(5))
# why: postconditions read the exit state
from dataclasses import dataclass


@dataclass
class Account:
    balance: int


def f(a: Account, b: Account, amount: int) -> None:
    """
    pre: amount > 0
    post: a.balance == __old__.a.balance - amount
    """
    a.balance -= amount
    b.balance += amount
