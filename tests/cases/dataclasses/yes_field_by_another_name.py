# verheal: check
# subject: tagged
# expect: proved
# why: field() of dataclasses makes a field, by whatever name it is called

import dataclasses as dc


@dc.dataclass
class Tagged:
    tag_name: str
    tag_numbers: list[int] = dc.field(default_factory=list)
    tag_weight: int = dc.field(default=3)


def tagged(name: str) -> int:
    one = Tagged(name)
    assert one.tag_weight == 3 and one.tag_name == name
    return len(one.tag_numbers) + one.tag_weight
