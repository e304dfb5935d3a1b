# verheal: check
# subject: f
# expect: proved
# allow: unknown
import datetime


def f(d: datetime.date) -> datetime.date:
    return d
