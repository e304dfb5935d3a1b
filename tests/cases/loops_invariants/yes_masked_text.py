# verheal: check
# subject: masked_text
# expect: proved
def masked_text(text: str, hidden: str) -> str:
    """
    pre: len(hidden) == 1
    post: len(__return__) == len(text)
    """
    out = ""
    for char in text:
        out += "*" if char == hidden else char
    return out
