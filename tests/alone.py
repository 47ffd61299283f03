"""Run by a test in a network namespace of its own: the server as it ships, asked from inside; prints its answer."""

import fcntl
import socket
import struct
import sys

from benchmarks.server import run_server

# From linux/sockios.h and linux/if.h.
SIOCSIFFLAGS, IFF_UP = 0x8914, 1
# Of a block that is kept for documentation: nobody's.
SOMEBODY = ("192.0.2.1", 80)


def raise_loopback() -> None:
    """Let the namespace reach itself, which a new one cannot."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP))


def has_network() -> bool:
    """Whether there is a way to anybody else."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        try:
            any_socket.connect(SOMEBODY)
        except OSError:
            return False
    return True


if __name__ == "__main__":
    raise_loopback()
    if has_network():
        sys.exit("this process can reach others")
    with run_server() as server:
        print(server.send_article(sys.argv[1]).body.decode())
