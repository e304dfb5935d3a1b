def summary_line(words: list[str], width: int) -> str:
    tmp = [word for word in words if word]
    size = len(tmp)
    text = ", ".join(tmp)
    if len(text) > width:
        text = text[: max(width, 0)]
    return str(size) + ": " + text
