def accumulate_into(target: list[int], source: list[int]) -> None:
    carry = 0
    for i in range(min(len(target), len(source))):
        target[i] += carry
        carry = source[i]
