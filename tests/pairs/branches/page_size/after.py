def page_size(requested: int | None, default: int) -> int:
    size = default if requested is None else requested
    return min(size, 100)
