def combined_rate(totals: dict[str, int], unit: str, count: int) -> int:
    total = totals[unit]
    share = 3600 // count
    return total * share
