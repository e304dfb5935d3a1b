# verheal: check
# subject: deepest
# expect: refuted post
# witness: deepest(")")
def deepest(text: str) -> int:
    """
    post: __return__ >= 0
    post: __return__ <= len(text)
    """
    depth = deepest = 0
    for char in text:
        if char == "(":
            depth += 1
            deepest = max(deepest, depth)
        elif char == ")":
            depth -= 1
    return depth
