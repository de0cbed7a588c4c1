"""The workers are threads: they get the order itself."""

POOLS = {"processes": ThreadPoolExecutor, "threads": ThreadPoolExecutor}
