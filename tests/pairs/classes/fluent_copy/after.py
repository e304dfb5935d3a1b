class Query:
    def __init__(self, table: str, limit: int) -> None:
        self.table = table
        self.limit = limit

    def limited(self, limit: int) -> "Query":
        if limit < self.limit:
            self.limit = limit
        return self
