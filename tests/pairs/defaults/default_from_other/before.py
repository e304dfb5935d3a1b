def resize(width: int, height: int | None = None) -> tuple[int, int]:
    if width < 0:
        raise ValueError("width")
    if height is None:
        height = width
    return width, height
