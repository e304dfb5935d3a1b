from dataclasses import dataclass


@dataclass
class Tag:
    name: str
    weight: int


def position_of(tags: list[Tag], wanted: Tag) -> int:
    for i, tag in enumerate(tags):
        if tag == wanted:
            return i
    return -1
