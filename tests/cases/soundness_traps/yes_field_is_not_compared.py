# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass, field


@dataclass
class Box:
    n: int = field(default=1)


def f(a: Box, b: Box) -> bool:
    if a == b:
        assert a.n == b.n
        return True
    return False
