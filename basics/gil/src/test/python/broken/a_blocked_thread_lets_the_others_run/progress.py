"""Neither call blocks in I/O or on a lock: each is one call into C that does not let go."""


def while_reading_a_pipe(interval):
    return steps_during([], interval, sum, range(1000))[1]


def while_waiting_for_a_lock(interval):
    return steps_during([], interval, sorted, range(1000))[1]
