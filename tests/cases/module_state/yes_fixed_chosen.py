# verheal: check
# subject: size
# expect: proved
CHOSEN_YES = [1, 2]
longest = sorted(CHOSEN_YES)
longest.append(3)


def size() -> int:
    found = len(CHOSEN_YES)
    assert found == 2
    return found
