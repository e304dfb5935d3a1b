def mask_digits(text: str) -> str:
    masked = ""
    for character in text:
        if character in "0123456789":
            masked += "#"
        else:
            masked += character
    return masked
