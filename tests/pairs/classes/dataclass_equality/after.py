class Tag:
    def __init__(self, name: str, weight: int) -> None:
        self.name = name
        self.weight = weight


def position_of(tags: list[Tag], wanted: Tag) -> int:
    for i, tag in enumerate(tags):
        if tag == wanted:
            return i
    return -1
