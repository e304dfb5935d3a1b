# verheal: check
# subject: tagged
# expect: refuted safety:ZeroDivisionError
# witness: tagged("a")
# why: the list that the factory makes is empty

import dataclasses as dc


@dc.dataclass
class Tagged:
    tag_name: str
    tag_numbers: list[int] = dc.field(default_factory=list)
    tag_weight: int = dc.field(default=3)


def tagged(name: str) -> int:
    one = Tagged(name)
    assert one.tag_weight == 3 and one.tag_name == name
    return one.tag_weight // len(one.tag_numbers)
