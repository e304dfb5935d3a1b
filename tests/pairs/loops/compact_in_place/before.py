def compact(values: list[int], unwanted: int) -> int:
    write = 0
    for read in range(len(values)):
        if values[read] != unwanted:
            values[write] = values[read]
            write += 1
    del values[write:]
    return write
