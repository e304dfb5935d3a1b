def sign_label(balance: int, credit: int) -> str:
    if balance < credit:
        return "deficit"
    return "even" if balance == credit else "surplus"
