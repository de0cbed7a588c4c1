# caught by: however it ends, what the events are taken from is closed
# What is closed here is the generator expression; closing one does not close what it loops over.

closing = batches


def batches(events, limit):
    return closing((event for event in events), limit)
