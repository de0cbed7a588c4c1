"""Not `gather` but a TaskGroup: it cancels the other task."""


async def gather(second, work):
    await task_group(second, work)
