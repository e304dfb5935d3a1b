# verheal: check
# subject: first_or
# expect: refuted assert
# witness: first_or([], date(2020, 1, 1))
# why: without days it is the fallback
from datetime import date


def first_or(days: list[date], fallback: date) -> date:
    chosen, *_ = [*days, fallback]
    assert chosen in days
    return chosen
