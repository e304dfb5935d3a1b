# verheal: check
# subject: f
# expect: proved
# why: postconditions read the exit state
from dataclasses import dataclass


@dataclass
class Account:
    balance: int


def f(a: Account, b: Account, amount: int) -> None:
    """
    pre: amount > 0 and a is not b
    post: a.balance == __old__.a.balance - amount
    """
    a.balance -= amount
    b.balance += amount
