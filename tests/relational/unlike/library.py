"""Pairs that differ: library."""

import logging
import math
import re
import time


def before_mathdiff(x: float) -> float:
    return math.sin(x)


def after_mathdiff(x: float) -> float:
    return math.cos(x)


def before_mathfail(x: float) -> float:
    return math.log(x)


def after_mathfail(x: float) -> float:
    try:
        return math.log(x)
    except ValueError:
        return 0.0


def before_tm(x: int) -> int:
    time.sleep(0.1)
    return x


def after_tm(x: int) -> int:
    return x


def before_logg(x: int) -> int:
    logging.info("a")
    return x


def after_logg(x: int) -> int:
    return x


def before_rem(x: str) -> bool:
    return re.match("a", x) is not None


def after_rem(x: str) -> bool:
    return re.match("b", x) is not None
