# verheal: check
# subject: size
# expect: proved
TWICE_YES = [1, 2]
also = sorted(TWICE_YES)
also.append(3)


def size() -> int:
    found = len(TWICE_YES)
    assert found == 2
    return found
