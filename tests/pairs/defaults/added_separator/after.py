def join_names(names: list[str], limit: int, separator: str = ", ", more: str = "...") -> str:
    if limit < 0:
        raise ValueError("limit")
    result = ""
    for i, name in enumerate(names[:limit]):
        result += (separator if i else "") + name
    if len(names) > limit:
        result += (separator if limit else "") + more
    return result
