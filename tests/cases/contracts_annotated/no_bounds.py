# verheal: check
# subject: share
# expect: refuted post
# witness: share(-1, 2)
from typing import Annotated

from annotated_types import Ge, Gt, Interval

LEAST = 1


def share(part: Annotated[int, Ge(-1)], whole: Annotated[int, Gt(LEAST)]) -> Annotated[int, Interval(ge=0)]:
    return part // whole
