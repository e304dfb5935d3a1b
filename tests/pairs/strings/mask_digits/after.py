import re


def mask_digits(text: str) -> str:
    return re.sub("[0-9]", "#", text)
