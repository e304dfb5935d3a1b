# verheal: check
# subject: f
# expect: proved
import datetime as dt


def f(d: dt.timedelta) -> bool:
    return d.days < 0 or d.seconds == 3 or d == dt.timedelta(0)
