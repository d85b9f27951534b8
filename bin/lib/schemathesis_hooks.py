"""What schemathesis does otherwise when bin/check-api calls an installation."""

import schemathesis

ROOM = 100_000


@schemathesis.hook
def before_call(_context, case, _kwargs):
    """A project in which nothing may wait would answer every later submission with 429."""
    body = case.body
    if isinstance(body, dict):
        backlog = body.get("backlog")
        if type(backlog) is int and 0 <= backlog < ROOM:
            body["backlog"] = ROOM
