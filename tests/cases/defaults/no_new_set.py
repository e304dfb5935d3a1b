# verheal: check
# subject: noted
# expect: refuted post
# witness: (noted([1]), noted([2]))[1]
# why: the set that is left out keeps the numbers of the calls before
def noted(numbers: list[int], seen_numbers: set[int] = set()) -> set[int]:
    """
    post: all(number in numbers for number in __return__)
    """
    for number in numbers:
        seen_numbers.add(number)
    return seen_numbers
