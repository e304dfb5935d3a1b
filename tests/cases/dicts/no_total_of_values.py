# verheal: check
# subject: total_of_values
# expect: refuted assert | raises
# witness: total_of_values({"": -1})
def total_of_values(stock: dict[str, int]) -> int:
    assert all(n >= -1 for n in stock.values())
    total = 0
    for item in stock:
        total += stock[item]
    assert total >= 0
    return total
