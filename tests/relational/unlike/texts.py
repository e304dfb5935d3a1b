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


def before_intfail(s: str) -> int:
    try:
        return int(s)
    except ValueError:
        return 0


def after_intfail(s: str) -> int:
    return int(s) if s.isdigit() else 0


def before_fmtneg(x: float) -> str:
    return f"{x}"


def after_fmtneg(x: float) -> str:
    return f"{x + 0.0}"


def before_reprstr(x: str) -> str:
    return f"{x!r}"


def after_reprstr(x: str) -> str:
    return f"{x!a}"


def before_countsub(x: str) -> int:
    return x.count("a")


def after_countsub(x: str) -> int:
    return x.count("a", 1)


def before_countsub2(x: str) -> int:
    return x.count("a", 1, 3)


def after_countsub2(x: str) -> int:
    return x[1:3].count("a") if x else 1


def before_ljust(x: str) -> str:
    return x.ljust(5)


def after_ljust(x: str) -> str:
    return x.rjust(5)


def before_boolfmt(x: bool) -> str:
    return f"{x:5}"


def after_boolfmt(x: bool) -> str:
    return f"{int(x):5}"


def before_splitlines(x: str) -> list[str]:
    return x.splitlines()


def after_splitlines(x: str) -> list[str]:
    return x.split("\n")
