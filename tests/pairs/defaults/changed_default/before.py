def paginate(items: list[int], page: int = 0, size: int = 2) -> list[int]:
    if page < 0 or size < 1:
        return []
    return items[page * size:(page + 1) * size]
