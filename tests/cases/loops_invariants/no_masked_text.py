# verheal: check
# subject: masked_text
# expect: refuted post
# witness: masked_text('a', 'a')
def masked_text(text: str, hidden: str) -> str:
    """
    pre: len(hidden) == 1
    post: len(__return__) == len(text)
    """
    out = ""
    for char in text:
        if char != hidden:
            out += char
    return out
