# verheal: check
# subject: f
# expect: proved
from gettext import gettext as _, ngettext


def f(name: str, full: bool) -> str:
    size = 2 if full else 1
    count = ngettext("{n} file", "{n} files", size).format(n=size)
    return _("{name!r} has {count}").format(name=name, count=count)
