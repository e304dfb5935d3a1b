def window_mean(samples: list[int], width: int) -> int | None:
    if width <= 0:
        raise ValueError("width")
    if len(samples) < width:
        return None
    total = 0
    for i in range(len(samples) - width, len(samples)):
        total += samples[i]
    return total // width
