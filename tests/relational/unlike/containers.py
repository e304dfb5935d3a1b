"""Pairs that differ: containers."""


def before_alias(xs: list[int]) -> list[int]:
    return xs


def after_alias(xs: list[int]) -> list[int]:
    return list(xs)


def before_mutate(xs: list[int]) -> int:
    xs.append(1)
    return len(xs)


def after_mutate(xs: list[int]) -> int:
    return len(xs) + 1


def before_dictorder(a: str, b: str) -> dict[str, int]:
    return {a: 1, b: 2}


def after_dictorder(a: str, b: str) -> dict[str, int]:
    return {b: 2, a: 1}


def before_dictdel(d: dict[str, int]) -> None:
    if "a" in d:
        v = d["a"]
        del d["a"]
        d["a"] = v


def after_dictdel(d: dict[str, int]) -> None:
    pass


def before_dictpop(d: dict[str, int]) -> None:
    if "a" in d:
        d["a"] = d.pop("a")


def after_dictpop(d: dict[str, int]) -> None:
    return None


def before_setorder(xs: set[str]) -> list[str]:
    return list(xs)


def after_setorder(xs: set[str]) -> list[str]:
    return sorted(xs)


def before_setmut(s: set[int], x: int) -> set[int]:
    s.add(x)
    return s


def after_setmut(s: set[int], x: int) -> set[int]:
    return s | {x}


def before_slicestep(xs: list[int], k: int) -> list[int]:
    return xs[:-k]


def after_slicestep(xs: list[int], k: int) -> list[int]:
    return xs[:len(xs) - k]


def before_iterremove(xs: list[int]) -> None:
    for x in xs:
        if x < 0:
            xs.remove(x)


def after_iterremove(xs: list[int]) -> None:
    for x in list(xs):
        if x < 0:
            xs.remove(x)


def before_sortcopy(xs: list[int]) -> list[int]:
    xs.sort()
    return xs


def after_sortcopy(xs: list[int]) -> list[int]:
    return sorted(xs)


def before_dictvals(d: dict[str, int]) -> list[int]:
    return list(d.values())


def after_dictvals(d: dict[str, int]) -> list[int]:
    return sorted(d.values())


def before_dupd(d: dict[str, int], e: dict[str, int]) -> dict[str, int]:
    return {**d, **e}


def after_dupd(d: dict[str, int], e: dict[str, int]) -> dict[str, int]:
    return {**e, **d}
