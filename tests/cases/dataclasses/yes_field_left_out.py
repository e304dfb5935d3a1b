# verheal: check
# subject: left_out
# expect: proved
# why: a field with a default is set, whether or not a call gives it

import dataclasses as dc


@dc.dataclass
class Partial:
    partial_name: str
    partial_rest: int = dc.field(default=0)


def left_out(name: str) -> int:
    return Partial(name).partial_rest
