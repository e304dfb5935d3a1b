def truncate(text: str, width: int) -> str:
    if width < 0:
        raise ValueError("width")
    if len(text) <= width:
        return text
    keep = max(width - 3, 0)
    return text[:keep] + "..."[: width - keep]
