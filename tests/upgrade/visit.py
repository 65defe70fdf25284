"""Asks the site that the environment names for addresses: `visit.py QUESTIONS ANSWERS`, two JSON files.

A question is who asks ("reader" or a user's name), an address, and what they accept; an answer its status, where it
leads, and the page at the end of the way with its status.
"""

import json
import logging
import sys
from pathlib import Path
from typing import Any

import django
from django.contrib.auth import get_user_model
from django.test import Client


def client_of(who: str) -> Client:
    client = Client(SERVER_NAME="localhost", raise_request_exception=False)
    if who != "reader":
        client.force_login(get_user_model().objects.get(username=who))
    return client


def visit(client: Client, path: str, accept: str) -> dict[str, Any]:
    first = end = client.get(path, headers={"accept": accept})
    for _ in range(3):
        if end.status_code in (301, 302):
            end = client.get(end["Location"], headers={"accept": accept})
    return {
        "status": first.status_code,
        "location": first.headers.get("Location", ""),
        "status_at_end": end.status_code,
        "page": end.getvalue().decode(errors="replace"),
    }


django.setup()
logging.disable()  # much of what is asked for is meant to be missing
questions = json.loads(Path(sys.argv[1]).read_text())
clients = {who: client_of(who) for who in {who for who, _, _ in questions}}
answers = [visit(clients[who], path, accept) for who, path, accept in questions]
Path(sys.argv[2]).write_text(json.dumps(answers))
