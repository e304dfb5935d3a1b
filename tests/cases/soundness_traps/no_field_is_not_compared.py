# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(Box(1), Box(2))
from dataclasses import dataclass, field


@dataclass
class Box:
    n: int = field(compare=False)


def f(a: Box, b: Box) -> bool:
    if a == b:
        assert a.n == b.n
        return True
    return False
