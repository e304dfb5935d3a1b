"""Pairs that differ: texts."""


def before_strip(s: str) -> str:
    return s.strip()


def after_strip(s: str) -> str:
    return s.lstrip()


def before_upper(s: str) -> str:
    return s.upper().lower()


def after_upper(s: str) -> str:
    return s.lower()


def before_splitr(s: str) -> list[str]:
    return s.split(",", 1)


def after_splitr(s: str) -> list[str]:
    return s.rsplit(",", 1)


def before_splitarg(s: str) -> list[str]:
    return s.split()


def after_splitarg(s: str) -> list[str]:
    return s.split(" ")


def before_parse2(s: str) -> int:
    return int(s)


def after_parse2(s: str) -> int:
    return int(s.strip() + "0")


def before_fmt2(x: float) -> str:
    return f"{x:.2f}"


def after_fmt2(x: float) -> str:
    return f"{x:.3f}"


def before_fmt3(x: int) -> str:
    return f"{x:5}"


def after_fmt3(x: int) -> str:
    return f"{float(x):5}"


def before_joinord(a: str, b: str) -> str:
    return ",".join([a, b])


def after_joinord(a: str, b: str) -> str:
    return ",".join([b, a])


def before_joinlen(a: list[str]) -> str:
    return ",".join(a)


def after_joinlen(a: list[str]) -> str:
    return ",".join(a[:-1])


def before_strbool(n: int) -> str:
    return str(n > 0)


def after_strbool(n: int) -> str:
    return str(int(n > 0))
