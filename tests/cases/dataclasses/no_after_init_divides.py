# verheal: check
# subject: Share.__post_init__
# expect: refuted raises | safety:ZeroDivisionError
# witness: Share(1, 0)
from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Share:
    share_part: int
    share_whole: int

    def __post_init__(self) -> None:
        self.share_part = self.share_part // self.share_whole
