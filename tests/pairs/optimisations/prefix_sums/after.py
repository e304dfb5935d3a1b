def range_totals(values: list[int], queries: list[tuple[int, int]]) -> list[int]:
    prefix = [0]
    for value in values:
        prefix.append(prefix[-1] + value)
    answers: list[int] = []
    for start, stop in queries:
        low, high = max(start, 0), min(stop, len(values))
        answers.append(prefix[high] - prefix[low] if low < high else 0)
    return answers
