# verheal: check
# subject: size
# expect: refuted assert
# witness: size()
# why: one list has two names
TWICE_NO = also = [1, 2]
also.append(3)


def size() -> int:
    found = len(TWICE_NO)
    assert found == 2
    return found
