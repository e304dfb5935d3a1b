"""Pairs that do the same: texts."""


def before_stripsplit(s: str) -> list[str]:
    t = s.strip()
    return t.split(",")


def after_stripsplit(s: str) -> list[str]:
    return s.strip().split(",")


def before_parse(s: str) -> int:
    try:
        return int(s)
    except ValueError:
        return -1


def after_parse(s: str) -> int:
    value = -1
    try:
        value = int(s)
    except ValueError:
        pass
    return value


def before_upper2(s: str) -> str:
    if s.isdigit():
        return s
    return s.upper()


def after_upper2(s: str) -> str:
    return s.upper() if not s.isdigit() else s


def before_strn(n: int) -> str:
    return "n=" + str(n)


def after_strn(n: int) -> str:
    return f"n={n}"
