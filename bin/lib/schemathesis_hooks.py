"""What schemathesis does otherwise when bin/check-api calls an installation."""

import os

import schemathesis

ROOM = 100_000
PLANTED = "SIGNALBOX_PLANTED" in os.environ


@schemathesis.hook
def before_call(_context, case, _kwargs):
    """A project in which nothing may wait would answer every later submission with 429."""
    body = case.body
    if isinstance(body, dict):
        backlog = body.get("backlog")
        if type(backlog) is int and 0 <= backlog < ROOM:
            body["backlog"] = ROOM


@schemathesis.hook
def after_call(_context, _case, response):
    """The planted fault: an answer that no document knows."""
    if PLANTED:
        response.status_code = 418
