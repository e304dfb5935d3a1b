# verheal: check
# subject: without_marks
# expect: proved
# why: every mark is taken away, and no other comes in
def without_marks(words: str) -> str:
    """
    post: "!" not in __return__
    """
    return words.replace("!", "")[:40].rstrip()
