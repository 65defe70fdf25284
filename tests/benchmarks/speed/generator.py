"""Our own load generator, for machines without wrk: `python -m tests.benchmarks.speed.generator ADDRESS SECONDS CONNECTIONS`.

It keeps each connection open, asks again as soon as an answer is whole, and prints what wrk.lua prints.
"""

import asyncio
import json
import re
import sys
import time
from urllib.parse import urlsplit

LENGTH = re.compile(rb"^content-length: *(\d+)", re.IGNORECASE | re.MULTILINE)
OK = re.compile(rb"HTTP/1\.1 200 ")


async def run(address: str, seconds: float, connections: int, headers: list[str]) -> dict[str, float]:
    parts = urlsplit(address)
    target = parts._replace(scheme="", netloc="").geturl()
    request = "\r\n".join([f"GET {target} HTTP/1.1", f"Host: {parts.netloc}", *headers, "", ""]).encode()
    started = time.perf_counter()
    visits = (visit(parts.hostname or "", parts.port or 80, request, started + seconds) for _ in range(connections))
    found = await asyncio.gather(*visits)
    times = sorted(one for took, _fault in found for one in took)
    faults = [fault for _took, fault in found]
    return {
        "requests": len(times),
        "seconds": time.perf_counter() - started,
        "p50": times[len(times) // 2] * 1e3 if times else 0.0,
        "p99": times[len(times) * 99 // 100] * 1e3 if times else 0.0,
        **{name: faults.count(name) for name in ("broken", "late", "refused")},
    }


async def visit(host: str, port: int, request: bytes, until: float) -> tuple[list[float], str]:
    """How long each answer on one connection took, and what ended it before its time, if anything did."""
    times: list[float] = []
    try:
        reader, writer = await asyncio.open_connection(host, port)
        while (start := time.perf_counter()) < until:
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            length = LENGTH.search(head)
            if not OK.match(head) or not length:
                return times, "refused"
            await reader.readexactly(int(length[1]))
            times.append(time.perf_counter() - start)
        writer.close()
    except (OSError, asyncio.IncompleteReadError):
        return times, "broken"
    return times, ""


if __name__ == "__main__":
    address, seconds, connections, *headers = sys.argv[1:]
    print(json.dumps(asyncio.run(run(address, float(seconds), int(connections), headers))))  # noqa: T201 - it is its answer
