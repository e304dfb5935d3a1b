# verheal: check
# subject: f
# expect: refuted type
# witness: f(datetime.date(2024, 1, 1))
# why: a class below is what may come, not what has to
import datetime


def f(d: datetime.date) -> datetime.datetime:
    return d
