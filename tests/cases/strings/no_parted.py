# verheal: check
# subject: parted
# expect: refuted post
# witness: parted("a=b=c")
# why: what stands before the last separator may hold others
def parted(entry: str) -> tuple[str, str]:
    """
    pre: "=" in entry
    post: "=" not in __return__[0]
    post: "=".join(__return__) == entry
    """
    key, _, value = entry.rpartition("=")
    return key, value
