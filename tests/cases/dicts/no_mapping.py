# verheal: check
# subject: seconds
# expect: refuted safety:KeyError | raises
# witness: seconds({})
from typing import Mapping


def seconds(limits: Mapping[str, int]) -> int:
    longest = max((v for _, v in limits.items()), default=0)
    return longest + limits["wait"]
