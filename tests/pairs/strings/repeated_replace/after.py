def squeeze_spaces(text: str) -> str:
    if "  " in text:
        text = text.replace("  ", " ")
    return text
