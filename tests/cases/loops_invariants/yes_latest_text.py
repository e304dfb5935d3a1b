# verheal: check
# subject: latest_text
# expect: proved
def latest_text(log: list[tuple[int, str]]) -> str:
    """
    post: __return__ == "" or any(text == __return__ for _, text in log)
    """
    newest = -1
    found = ""
    for when, text in log:
        if when > newest:
            newest = when
            found = text
    return found
