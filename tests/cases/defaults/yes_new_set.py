# verheal: check
# subject: noted
# expect: proved
# why: what was in the set before this call is still in it
def noted(numbers: list[int], seen_numbers: set[int] = set()) -> set[int]:
    """
    post: all(number in __return__ for number in numbers)
    """
    for number in numbers:
        seen_numbers.add(number)
    return seen_numbers
