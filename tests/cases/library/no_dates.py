# verheal: check
# subject: f
# expect: refuted safety:OverflowError
# witness: f(__import__("datetime").timedelta.max)
import datetime as dt


def f(d: dt.timedelta) -> dt.timedelta:
    return d + d
