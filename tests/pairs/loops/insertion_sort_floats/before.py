def order_samples(samples: list[float]) -> None:
    for i in range(1, len(samples)):
        current = samples[i]
        j = i
        while j > 0 and samples[j - 1] > current:
            samples[j] = samples[j - 1]
            j -= 1
        samples[j] = current
