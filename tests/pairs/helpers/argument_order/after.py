def _product(share: int, total: int) -> int:
    return share * total


def combined_rate(totals: dict[str, int], unit: str, count: int) -> int:
    return _product(3600 // count, totals[unit])
