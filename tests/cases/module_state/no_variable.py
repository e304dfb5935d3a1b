# verheal: check
# subject: columns
# expect: refuted safety:TypeError | raises | type
# witness: columns(1)
from typing import Optional

WIDTH: Optional[int] = None


def use(width: int) -> None:
    global WIDTH
    WIDTH = width


def columns(given: int) -> int:
    width = WIDTH
    if width == 0:
        width = 80
    return width - given
