# verheal: check
# subject: total
# expect: proved
from typing import Annotated

from annotated_types import Ge, MinLen
from pydantic import Field

Count = Annotated[int, Ge(0)]


def total(counts: Annotated[list[Count], MinLen(1)], start: Annotated[int, Field(ge=1)] | None = None) -> int:
    result = 1 if start is None else start
    for count in counts:
        result += count
    assert result >= 1 and counts[0] >= 0
    return result
