class Inventory:
    def __init__(self, stock: dict[str, int], reserved: dict[str, int]) -> None:
        self.stock = stock
        self.reserved = reserved

    def missing(self) -> list[str]:
        names: list[str] = []
        for name in self.reserved:
            if self.reserved[name] > self.stock.get(name, 0):
                names.append(name)
        return names
