# verheal: check
# subject: listed_once
# expect: refuted post
# witness: listed_once([1, 2, 1, 2])
def listed_once(marks: list[int]) -> list[int]:
    """
    post: len(set(__return__)) == len(__return__)
    """
    met: list[int] = []
    for mark in marks:
        if mark not in met[-1:]:
            met.append(mark)
    return met
