# verheal: check
# subject: size
# expect: refuted assert
# witness: size()
# why: max of two lists gives one of the two themselves
CHOSEN_NO = [1, 2]
longest = max(CHOSEN_NO, [1], key=len)
longest.append(3)


def size() -> int:
    found = len(CHOSEN_NO)
    assert found == 2
    return found
