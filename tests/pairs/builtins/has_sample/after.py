def has_sample(samples: list[float], wanted: float) -> bool:
    return wanted in samples
