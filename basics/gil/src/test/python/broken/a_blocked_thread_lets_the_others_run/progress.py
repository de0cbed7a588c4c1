"""Nobody blocks: the pipe is not read, the lock not waited for."""


def while_reading_a_pipe():
    return steps_during(lambda steps: None)[0]


def while_waiting_for_a_lock():
    return steps_during(lambda steps: None)[0]
