def sign_label(balance: int, credit: int) -> str:
    net = balance - credit
    if net > 0:
        return "surplus"
    elif net == 0:
        return "even"
    else:
        return "deficit"
