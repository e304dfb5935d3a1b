def _tagged(name: str, tags: list[str] | None = None) -> list[str]:
    if tags is None:
        tags = []
    tags.append(name)
    return tags


def tag_twice(first: str, second: str) -> list[int]:
    return [len(_tagged(first)), len(_tagged(second))]
