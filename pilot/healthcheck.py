"""Ends with 0 when the web server on this machine answers and reaches its database.

    python pilot/healthcheck.py 8000

For Docker. It needs no Django, so that it costs next to nothing every few seconds.
"""

import http.client
import os
import sys

TIMEOUT = 8  # seconds


def main(port: int) -> int:
    # The first host we go by; a name with a dot before it stands for all names below it.
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".*")
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    try:
        connection.request("GET", "/health/database/", headers={"Host": host or "localhost"})
        response = connection.getresponse()
        print(response.read().decode())
    except OSError as error:
        print(f"De webserver antwoordt niet: {error}")
        return 1
    return 0 if response.status == http.HTTPStatus.OK else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
