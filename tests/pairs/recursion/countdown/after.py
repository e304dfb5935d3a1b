def countdown(start: int, stride: int) -> list[int]:
    steps: list[int] = []
    while 0 <= start <= 50 and stride != 0:
        steps.append(start)
        start -= stride
    return steps
