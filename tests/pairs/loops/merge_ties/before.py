def merge_queues(first: list[tuple[int, str]], second: list[tuple[int, str]]) -> list[str]:
    names: list[str] = []
    i = j = 0
    while i < len(first) or j < len(second):
        if j == len(second) or (i < len(first) and first[i][0] <= second[j][0]):
            names.append(first[i][1])
            i += 1
        else:
            names.append(second[j][1])
            j += 1
    return names
