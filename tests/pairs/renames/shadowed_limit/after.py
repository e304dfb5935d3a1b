def capped_counts(rows: list[list[int]], limit: int) -> list[int]:
    counts: list[int] = []
    for row in rows:
        limit = min(len(row), limit)
        counts.append(limit)
    return counts
