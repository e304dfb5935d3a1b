def page_size(requested: int | None, default: int) -> int:
    size = requested or default
    if size > 100:
        size = 100
    return size
