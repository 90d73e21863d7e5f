"""How much memory a process that opens what somebody sent may take."""

MAX_MEMORY = 2 * 2**30
"""Bytes the process may map, where the system knows how to limit that: what it holds is less."""


def limit_memory(most: int) -> None:
    """From now on, this process gets no more than `most` bytes."""
    try:
        import resource
    except ImportError:  # Windows has none
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
