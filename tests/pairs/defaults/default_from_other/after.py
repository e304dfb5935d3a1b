def resize(width: int, height: int | None = None) -> tuple[int, int]:
    if width < 0:
        raise ValueError("width")
    return width, height or width
