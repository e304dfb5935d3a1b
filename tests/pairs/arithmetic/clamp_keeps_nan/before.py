def limit_volume(volume: float) -> float:
    return min(max(0.0, volume), 1.0)
