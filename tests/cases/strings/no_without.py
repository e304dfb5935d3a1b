# verheal: check
# subject: without_marks
# expect: refuted post
# witness: without_marks("!!")
# why: two marks leave one
def without_marks(words: str) -> str:
    """
    post: "!" not in __return__
    """
    return words.replace("!!", "!")[:40].rstrip()
