# verheal: check
# subject: seconds
# expect: proved
from typing import Mapping


def seconds(limits: Mapping[str, int]) -> int:
    longest = max((v for _, v in limits.items()), default=0)
    return longest + limits.get("wait", 1)
