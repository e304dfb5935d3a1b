"""Pairs that differ: exactness."""

from dataclasses import dataclass


def before_boolappend(xs: list[int], x: int) -> None:
    xs.append(x > 0)


def after_boolappend(xs: list[int], x: int) -> None:
    xs.append(1 if x > 0 else 0)


class CBoolfield:
    def __init__(self, x: int) -> None:
        self.x: int = x


def before_boolfield(c: CBoolfield, x: int) -> None:
    c.x = x > 0


def after_boolfield(c: CBoolfield, x: int) -> None:
    c.x = 1 if x > 0 else 0


def before_booldict(d: dict[str, int], x: int) -> None:
    d["a"] = x > 0


def after_booldict(d: dict[str, int], x: int) -> None:
    d["a"] = 1 if x > 0 else 0


def before_boolset(d: set[int], x: int) -> None:
    d.add(True)


def after_boolset(d: set[int], x: int) -> None:
    d.add(1)


def before_boolkey(d: dict[int, str], x: int) -> None:
    d[True] = "a"


def after_boolkey(d: dict[int, str], x: int) -> None:
    d[1] = "a"


def before_boollist(x: int) -> list[int]:
    return [x > 0]


def after_boollist(x: int) -> list[int]:
    return [1 if x > 0 else 0]


def before_boollist2(x: int) -> list[int]:
    out: list[int] = []
    out.append(x > 0)
    return out


def after_boollist2(x: int) -> list[int]:
    out: list[int] = []
    out.append(1 if x > 0 else 0)
    return out


def before_boolcomp(xs: list[int]) -> list[int]:
    return [x > 0 for x in xs]


def after_boolcomp(xs: list[int]) -> list[int]:
    return [1 if x > 0 else 0 for x in xs]


@dataclass
class PBoolctor:
    x: int


def before_boolctor(x: int) -> PBoolctor:
    return PBoolctor(x > 0)


def after_boolctor(x: int) -> PBoolctor:
    return PBoolctor(1 if x > 0 else 0)


def before_intfloat(xs: list[float], x: int) -> None:
    xs.append(x)


def after_intfloat(xs: list[float], x: int) -> None:
    xs.append(float(x))


def before_maxbool(a: bool, b: int) -> int:
    return max(a, b)


def after_maxbool(a: bool, b: int) -> int:
    return int(a) if a >= b else b


def before_orbool(a: int, b: int) -> int:
    return a and b > 0


def after_orbool(a: int, b: int) -> int:
    return a and (1 if b > 0 else 0)


def before_dictget(d: dict[str, int]) -> int:
    return d.get("a", False)


def after_dictget(d: dict[str, int]) -> int:
    return d.get("a", 0)


def before_setdef(d: dict[str, int]) -> int:
    return d.setdefault("a", False)


def after_setdef(d: dict[str, int]) -> int:
    return d.setdefault("a", 0)


def before_tupbool(a: int) -> tuple[int, int]:
    return (a > 0, 1)


def after_tupbool(a: int) -> tuple[int, int]:
    return (1 if a > 0 else 0, 1)


def before_insertbool(xs: list[int]) -> None:
    xs.insert(0, True)


def after_insertbool(xs: list[int]) -> None:
    xs.insert(0, 1)


def before_setitembool(xs: list[int]) -> None:
    xs[0] = False


def after_setitembool(xs: list[int]) -> None:
    xs[0] = 0


def before_extendbool(xs: list[int]) -> None:
    xs.extend([True])


def after_extendbool(xs: list[int]) -> None:
    xs.extend([1])


def before_plusbool(xs: list[int]) -> list[int]:
    return xs + [True]


def after_plusbool(xs: list[int]) -> list[int]:
    return xs + [1]
