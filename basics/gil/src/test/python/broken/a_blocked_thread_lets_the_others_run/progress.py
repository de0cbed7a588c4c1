"""Neither call blocks in I/O or on a lock: each is one call into C that does not let go."""


def while_reading_a_pipe():
    return steps_during(lambda steps: sum(range(1000)))[0]


def while_waiting_for_a_lock():
    return steps_during(lambda steps: sorted(range(1000)))[0]
