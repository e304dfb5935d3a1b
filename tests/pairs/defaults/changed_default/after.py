def paginate(items: list[int], page: int = 1, size: int = 2) -> list[int]:
    if page < 0 or size < 1:
        return []
    first = max(page - 1, 0) * size
    return items[first:first + size]
