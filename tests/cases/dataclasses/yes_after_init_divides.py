# verheal: check
# subject: Share.__post_init__
# expect: proved
from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Share:
    share_part: int
    share_whole: int

    def __post_init__(self) -> None:
        if self.share_whole != 0:
            self.share_part = self.share_part // self.share_whole
