def share_out(amounts: list[int], people: int) -> list[int]:
    shares: list[int] = []
    for amount in amounts:
        shares.append(amount * (100 // people))
    return shares
