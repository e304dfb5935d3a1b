# verheal: check
# subject: f
# expect: proved
from collections.abc import Mapping


def f(x: int) -> Mapping:
    return {"a": x}
