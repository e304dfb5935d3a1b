class Inventory:
    def __init__(self, stock: dict[str, int], reserved: dict[str, int]) -> None:
        self.stock = stock
        self.reserved = reserved

    @property
    def free(self) -> dict[str, int]:
        return {name: self.stock.get(name, 0) - count for name, count in self.reserved.items()}

    def missing(self) -> list[str]:
        return [name for name, left in self.free.items() if left < 0]
