# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass, field


@dataclass
class Box:
    n: int = field(default=1)


def f(b: Box) -> int:
    return b.n
