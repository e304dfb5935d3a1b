# verheal: check
# subject: letters
# expect: refuted post
# witness: letters("aa")
# why: one of several is all that is counted
import collections


def letters(text: str) -> int:
    """
    post: __return__ == collections.Counter(text)["a"]
    """
    found = 0
    for letter in text:
        if letter == "a":
            found = 1
    return found
