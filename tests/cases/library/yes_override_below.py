# verheal: check
# subject: f
# expect: proved
# allow: unknown
import datetime


class Odd(datetime.datetime):
    def isoweekday(self) -> int:
        return 7


def f(d: datetime.date) -> int:
    return d.isoweekday()
