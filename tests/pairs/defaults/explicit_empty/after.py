def add_tag(name: str, tags: list[str] | None = None) -> list[str]:
    tags = tags or []
    tags.append(name)
    return tags
