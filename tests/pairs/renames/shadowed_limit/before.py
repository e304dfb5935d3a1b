def capped_counts(rows: list[list[int]], limit: int) -> list[int]:
    counts: list[int] = []
    for row in rows:
        size = len(row)
        if size > limit:
            size = limit
        counts.append(size)
    return counts
