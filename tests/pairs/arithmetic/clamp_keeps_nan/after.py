def limit_volume(volume: float) -> float:
    if volume < 0.0:
        return 0.0
    if volume > 1.0:
        return 1.0
    return volume
