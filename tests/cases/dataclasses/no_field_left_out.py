# verheal: check
# subject: left_out
# expect: refuted safety:AttributeError | raises
# witness: left_out("a")
# why: a field that the constructor leaves out is not there

import dataclasses as dc


@dc.dataclass
class Partial:
    partial_name: str
    partial_rest: int = dc.field(init=False)


def left_out(name: str) -> int:
    return Partial(name).partial_rest
