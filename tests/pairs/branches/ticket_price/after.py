def ticket_price(age: int, student: bool, weekend: bool) -> int:
    if not 6 <= age < 65:
        return 4 if weekend else 0
    if not student:
        return 9
    return 7 if weekend else 5
