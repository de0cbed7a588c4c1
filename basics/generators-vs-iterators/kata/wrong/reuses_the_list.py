# caught by: the examples hold
# Clears the list that it has given away: the caller's earlier batch turns into the next one.

into_new_lists = cut


def cut(events, limit):
    batch = []
    for new in into_new_lists(events, limit):
        batch.clear()
        batch.extend(new)
        yield batch
