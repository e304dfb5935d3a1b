# verheal: check
# subject: listed_once
# expect: proved
def listed_once(marks: list[int]) -> list[int]:
    """
    post: len(set(__return__)) == len(__return__)
    """
    met: list[int] = []
    for mark in marks:
        if mark not in met:
            met.append(mark)
    return met
