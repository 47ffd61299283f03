"""Run by a test: everything the service does in one process, under a hook; prints the calls to others that it tried."""

import sys

CALLS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg")
ARTICLE = "PARIS, March 2 (Reuters) - Shares of Nvidia rose 3% on Monday, analysts said.\n"

tried: list[str] = []


def note_call(event: str, _: object) -> None:
    """Take down an event of Python's that reaches out of the process."""
    if event in CALLS:
        tried.append(event)


def serve_every_route() -> None:
    """Load the application as a worker does, and ask it everything."""
    from service.api.wsgi import load_app

    app = load_app()
    client = app.test_client()
    for rule in app.url_map.iter_rules():
        if "GET" in rule.methods:
            client.get(rule.rule)
    assert client.post("/v1/extract", json={"text": ARTICLE}).status_code == 200


def call_somebody() -> None:
    """Do what the service must not."""
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward:
        outward.connect(("127.0.0.1", 9))


if __name__ == "__main__":
    sys.addaudithook(note_call)
    {"service": serve_every_route, "somebody": call_somebody}[sys.argv[1]]()
    print(*tried)
