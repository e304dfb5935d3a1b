def _tagged(name: str, tags: list[str] = []) -> list[str]:
    tags.append(name)
    return tags


def tag_twice(first: str, second: str) -> list[int]:
    return [len(_tagged(first)), len(_tagged(second))]
