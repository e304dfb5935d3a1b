# verheal: check
# subject: share
# expect: proved
from typing import Annotated

from annotated_types import Ge, Gt, Interval

LEAST = 1


def share(part: Annotated[int, Ge(0)], whole: Annotated[int, Gt(LEAST)]) -> Annotated[int, Interval(ge=0)]:
    return part // whole
