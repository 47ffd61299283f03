"""How many CPUs this process may use."""

import os
from pathlib import Path

CPU_MAX = Path("/sys/fs/cgroup/cpu.max")


def count_cpus() -> int:
    """The CPUs that the affinity mask and the control group leave, at least 1; os.cpu_count() would tell the host's."""
    allowed = len(os.sched_getaffinity(0))
    quota = parse_cpu_max(CPU_MAX.read_text()) if CPU_MAX.is_file() else None
    return max(1, min(allowed, quota or allowed))


def parse_cpu_max(line: str) -> int | None:
    """The whole CPUs that a cpu.max line grants, or None where it sets no bound.

    >>> parse_cpu_max("200000 100000")
    2
    >>> parse_cpu_max("50000 100000")
    1
    >>> parse_cpu_max("max 100000")
    """
    quota, period = line.split()
    if quota == "max":
        return None
    return max(1, int(quota) // int(period))
