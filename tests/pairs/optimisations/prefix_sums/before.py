def range_totals(values: list[int], queries: list[tuple[int, int]]) -> list[int]:
    answers: list[int] = []
    for start, stop in queries:
        total = 0
        for i in range(max(start, 0), min(stop, len(values))):
            total += values[i]
        answers.append(total)
    return answers
