# verheal: check
# subject: latest_text
# expect: refuted post
# witness: latest_text([(-1, '1')])
def latest_text(log: list[tuple[int, str]]) -> str:
    """
    pre: len(log) > 0
    post: any(text == __return__ for _, text in log)
    """
    newest = -1
    found = ""
    for when, text in log:
        if when > newest:
            newest = when
            found = text
    return found
