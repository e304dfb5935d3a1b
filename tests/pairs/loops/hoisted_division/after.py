def share_out(amounts: list[int], people: int) -> list[int]:
    percent = 100 // people
    shares: list[int] = []
    for amount in amounts:
        shares.append(amount * percent)
    return shares
