def truncate(text: str, width: int) -> str:
    if width < 0:
        raise ValueError("width")
    if len(text) <= width:
        return text
    return text[: width - 3] + "..."
