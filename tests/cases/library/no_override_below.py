# verheal: check
# subject: f
# expect: refuted raises | safety:ValueError
# allow: unknown
# witness: f(Odd(2024, 1, 1))
# why: what derives from a class below stands where the class above is written, and may do otherwise
import datetime


class Odd(datetime.datetime):
    def isoweekday(self) -> int:
        raise ValueError


def f(d: datetime.date) -> int:
    return d.isoweekday()
