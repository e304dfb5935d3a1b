"""Pairs that differ: numbers."""


def before_floor(x: int) -> int:
    return x // 2


def after_floor(x: int) -> int:
    return int(x / 2)


def before_neg(x: int, y: int) -> int:
    return x // -y if y else 0


def after_neg(x: int, y: int) -> int:
    return -(x // y) if y else 0


def before_boolint(x: int) -> object:
    return x > 0


def after_boolint(x: int) -> object:
    return 1 if x > 0 else 0


def before_negzero(x: float) -> float:
    return x


def after_negzero(x: float) -> float:
    return x + 0.0


def before_nan(a: float) -> bool:
    return a == a


def after_nan(a: float) -> bool:
    return True


def before_floatassoc(a: float, b: float, c: float) -> float:
    return a + b + c


def after_floatassoc(a: float, b: float, c: float) -> float:
    return a + (b + c)


def before_isnone(x: int | None) -> int:
    return x if x else 0


def after_isnone(x: int | None) -> int:
    return x if x is not None else 1


def before_nan2(a: float, b: float) -> float:
    return a if a > b else b


def after_nan2(a: float, b: float) -> float:
    return b if a <= b else a


def before_min(a: float, b: float) -> float:
    return min(a, b)


def after_min(a: float, b: float) -> float:
    return a if a < b else b


def before_chained(a: int, b: int, c: int) -> bool:
    return a < b < c


def after_chained(a: int, b: int, c: int) -> bool:
    return (a < b) < c


def before_bigfloat(x: int) -> float:
    return x / 1


def after_bigfloat(x: int) -> float:
    return float(x)


def before_optnone(a: int | None) -> int | None:
    return a or None


def after_optnone(a: int | None) -> int | None:
    return a


def before_inf(a: float) -> bool:
    return a - a == 0.0


def after_inf(a: float) -> bool:
    return a == a
