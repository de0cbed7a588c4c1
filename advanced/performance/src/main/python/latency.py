"""One second without an answer, as two load tests see it: a simulation, without a clock."""

from itertools import chain

STALL = range(5000, 6000)  # the milliseconds in which the service stands still
SERVICE = 1  # what an answer takes otherwise
EVERY = 10  # the milliseconds between two requests
END = 10_000


def finished(begin, stall):
    """When work that is taken up at this moment is done."""
    return (stall.stop if begin in stall else begin) + SERVICE


def on_schedule(stall=STALL):
    """Latencies of requests that are sent every 10 ms, whatever happens to those before."""
    latencies, free = [], 0
    for sent in range(0, END, EVERY):
        free = finished(max(sent, free), stall)
        latencies.append(free - sent)
    return latencies


def waiting_for_each_answer(stall=STALL):
    """The same, but a request that is due is sent only after the answer to the one before."""
    latencies, sent = [], 0
    while sent < END:
        answered = finished(sent, stall)
        latencies.append(answered - sent)
        sent = max(sent + EVERY, answered)
    return latencies


def percentile(latencies, percent):
    """The smallest that so many percent of all do not exceed."""
    rank = -(-len(latencies) * percent // 100)
    return sorted(latencies)[rank - 1]


def summary(latencies):
    """How many, and in milliseconds: the mean, p50, p99, and the longest."""
    mean = round(sum(latencies) / len(latencies))
    p50, p99 = (percentile(latencies, percent) for percent in (50, 99))
    return [len(latencies), mean, p50, p99, max(latencies)]


def seen(by, with_stall=True):
    return summary(globals()[by](STALL if with_stall else range(0)))


def late(by):
    """How many requests wait longer than usual."""
    return sum(latency > SERVICE for latency in globals()[by]())


def of_servers(*servers):
    """The mean of the servers' p99s, and the p99 of all their requests.

    Each server is a list of pairs: how many requests, and their latency.
    """
    each = [[latency for number, latency in server for _ in range(number)] for server in servers]
    p99s = [percentile(latencies, 99) for latencies in each]
    return [sum(p99s) / len(p99s), percentile([*chain(*each)], 99)]


if __name__ == "__main__":
    for by in "waiting_for_each_answer", "on_schedule":
        print(f"{by}: [requests, mean, p50, p99, longest] = {seen(by)}")
    servers = of_servers([[9900, 1]], [[90, 1], [10, 500]])
    print("two servers: [mean of the p99s, p99 of all] =", servers)
