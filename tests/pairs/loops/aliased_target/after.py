def accumulate_into(target: list[int], source: list[int]) -> None:
    carry = 0
    for i, value in enumerate(list(source)):
        if i >= len(target):
            break
        target[i] += carry
        carry = value
