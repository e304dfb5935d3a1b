def order_samples(samples: list[float]) -> None:
    for end in range(len(samples) - 1, 0, -1):
        largest = 0
        for i in range(1, end + 1):
            if samples[i] >= samples[largest]:
                largest = i
        samples[end], samples[largest] = samples[largest], samples[end]
