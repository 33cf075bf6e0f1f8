"""Runs a command within limits and says, as JSON on descriptor 3, what it took.

usage: measured.py CPU_SECONDS ADDRESS_SPACE_BYTES COMMAND...
The limits only end what would never end; what is asserted on is the peak of memory that it reports.
"""

import json
import os
import resource
import sys


def main() -> None:
    cpu_seconds, address_space = int(sys.argv[1]), int(sys.argv[2])
    child = os.fork()
    if child == 0:
        os.close(3)
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
        resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.execv(sys.argv[3], sys.argv[3:])
    _, status, usage = os.wait4(child, 0)
    report = {
        "status": os.waitstatus_to_exitcode(status),
        "seconds": round(usage.ru_utime + usage.ru_stime, 2),
        "megabytes": round(usage.ru_maxrss / 1024),
    }
    os.write(3, json.dumps(report).encode())


main()
