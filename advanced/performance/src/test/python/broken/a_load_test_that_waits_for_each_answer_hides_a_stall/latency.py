"""Broken: the time that a request waits for its turn is not counted."""


def on_schedule(stall=STALL):
    latencies, free = [], 0
    for sent in range(0, END, EVERY):
        begin = max(sent, free)
        free = finished(begin, stall)
        latencies.append(free - begin)
    return latencies
