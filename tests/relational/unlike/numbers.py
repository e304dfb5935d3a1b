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
