def split_time(seconds: int) -> tuple[int, int, int]:
    hours = seconds // 3600
    minutes = seconds // 60 - hours * 60
    rest = seconds - hours * 3600 - minutes * 60
    return hours, minutes, rest
