def has_sample(samples: list[float], wanted: float) -> bool:
    for sample in samples:
        if sample == wanted:
            return True
    return False
