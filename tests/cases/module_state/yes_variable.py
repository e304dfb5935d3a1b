# verheal: check
# subject: columns
# expect: proved
from typing import Optional

WIDTH: Optional[int] = None


def use(width: int) -> None:
    global WIDTH
    WIDTH = width


def columns(given: int) -> int:
    width = WIDTH
    if width is None:
        width = 80
    return width - given
