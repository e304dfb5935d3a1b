def compound_interest(principal: int, percent: int, years: int) -> list[int]:
    balances: list[int] = []
    balance = principal
    for _ in range(min(years, 50)):
        balance += balance * percent // 100
        balances.append(balance)
    return balances
