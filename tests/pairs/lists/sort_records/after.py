def sort_records(records: list[tuple[str, int]]) -> list[tuple[str, int]]:
    ordered = sorted(records, key=lambda record: record[1])
    ordered.reverse()
    return ordered
