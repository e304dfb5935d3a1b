def quantity(stock: dict[str, int | None], name: str) -> int | None:
    return stock.get(name, 0)
