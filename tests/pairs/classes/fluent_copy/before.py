class Query:
    def __init__(self, table: str, limit: int) -> None:
        self.table = table
        self.limit = limit

    def limited(self, limit: int) -> "Query":
        return Query(self.table, min(self.limit, limit))
