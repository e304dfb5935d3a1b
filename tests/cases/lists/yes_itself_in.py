# verheal: check
# subject: first_or
# expect: proved
# why: an item of a list is in the list, without a look at its ==
from datetime import date


def first_or(days: list[date], fallback: date) -> date:
    chosen, *_ = [*days, fallback]
    assert chosen is fallback or chosen in days
    return chosen
