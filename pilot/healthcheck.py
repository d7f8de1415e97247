"""Ends with 0 when the web server answers and a part of the program is in order.

    python pilot/healthcheck.py PORT [PART [SERVER]]

PART is `database` unless it is given, SERVER this machine. For Docker: it needs no Django, so that
it costs next to nothing every few seconds.
"""

import http.client
import os
import sys

TIMEOUT = 8  # seconds


def main(port: str, part: str = "database", server: str = "127.0.0.1") -> int:
    # The first host we go by; a name with a dot before it stands for all names below it.
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".*")
    connection = http.client.HTTPConnection(server, int(port), timeout=TIMEOUT)
    try:
        connection.request("GET", f"/health/{part}/", headers={"Host": host or "localhost"})
        response = connection.getresponse()
        print(response.read().decode())
    except OSError as error:
        print(f"De webserver antwoordt niet: {error}")
        return 1
    return 0 if response.status == http.HTTPStatus.OK else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
