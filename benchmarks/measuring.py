"""How time and memory are measured.

Invariant: time is processor time of this process, warmed up, as the median of several rounds;
memory is the peak of a process of its own.
"""

import multiprocessing
import resource
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median


def seconds_per_text(
    work: Callable[[Sequence[str]], object], texts: Sequence[str], rounds: int
) -> float:
    """Processor seconds that `work` takes for one of the texts."""
    work(texts[: max(1, len(texts) // 10)])
    return median(_seconds(work, texts) for _ in range(rounds)) / len(texts)


def _seconds(work: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    began = time.process_time()
    work(texts)
    return time.process_time() - began


def peak_megabytes(work: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    """The peak memory of a new process that does `work` on the texts."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=fresh) as pool:
        return pool.submit(_peak_after, work, texts).result()


def _peak_after(work: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    """On Linux, what the kernel says of this program alone: `getrusage` counts its parent too."""
    work(texts)
    status = Path("/proc/self/status")
    if status.exists():
        fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(fields["VmHWM"].split()[0]) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
