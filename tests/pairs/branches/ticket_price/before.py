def ticket_price(age: int, student: bool, weekend: bool) -> int:
    if age < 6 or age >= 65:
        price = 0 if not weekend else 4
    else:
        if student and not weekend:
            price = 5
        elif student:
            price = 7
        else:
            price = 9
    return price
