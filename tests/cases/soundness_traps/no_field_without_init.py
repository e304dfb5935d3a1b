# verheal: check
# subject: f
# expect: refuted safety:AttributeError
# allow: unknown
# witness: f(Box())
from dataclasses import dataclass, field


@dataclass
class Box:
    n: int = field(init=False)


def f(b: Box) -> int:
    return b.n
