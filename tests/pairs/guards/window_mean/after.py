def window_mean(samples: list[int], width: int) -> int | None:
    if width <= 0:
        raise ValueError("width")
    if not len(samples) > width:
        return None
    return sum(samples[-width:]) // width
