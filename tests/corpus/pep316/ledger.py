"""Bookkeeping helpers."""
from __future__ import annotations


def collect_errors(lines: list[str], errors: list[str] = []) -> list[str]:
    """The lines that report an error.

    post: len(__return__) <= len(lines)
    """
    for line in lines:
        if "error" in line.lower():
            errors.append(line)
    return errors


def total_with_fees(*amounts: int, fee: int = 0) -> int:
    """
    pre: fee >= 0
    post: __return__ >= sum(amounts)
    """
    total = 0
    for amount in amounts:
        total += amount + fee
    return total


def merged(base: dict[str, int], **overrides: int) -> dict[str, int]:
    """Settings with some values replaced.

    post: all(__return__[key] == value for key, value in overrides.items())
    post: base == __old__.base
    """
    result = base
    result.update(overrides)
    return result


def post_all(account: list[int], amounts: list[int]) -> int:
    """Book the amounts on an account until one of them is not a number to book.

    post: 0 <= __return__ <= len(__old__.amounts)
    """
    booked = 0
    try:
        for amount in list(amounts):
            if amount == 0:
                raise LookupError
            account.append(amount)
            booked += 1
    except LookupError:
        return booked
    return booked
