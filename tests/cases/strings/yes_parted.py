# verheal: check
# subject: parted
# expect: proved
# why: what stands before the first separator holds none, and the parts are the whole
def parted(entry: str) -> tuple[str, str]:
    """
    pre: "=" in entry
    post: "=" not in __return__[0]
    post: "=".join(__return__) == entry
    """
    key, _, value = entry.partition("=")
    return key, value
