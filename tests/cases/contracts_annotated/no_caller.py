# verheal: check
# subject: caller
# expect: refuted pre
# witness: caller(-1)
from typing import Annotated

import annotated_types as at


def root(n: Annotated[int, at.Ge(0)]) -> Annotated[int, at.Ge(0), at.Le(9)]:
    return n % 10


def caller(n: int) -> int:
    if n < -1:
        return 0
    result = root(n)
    assert result <= 9
    return result
