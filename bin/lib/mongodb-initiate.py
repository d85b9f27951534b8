"""Makes the MongoDB servers at loopback ports a replica set; ends with 0 once the first is a writable primary, or one of several that follows.

mongodb-initiate.py PORT PORT...: whom to ask, and all members of the set.

Speaks just enough of the wire protocol (OP_MSG with flat BSON documents) to need no driver.
"""

import socket
import struct
import sys


def element(name: str, value) -> bytes:
    key = name.encode() + b"\0"
    if isinstance(value, int):
        return b"\x10" + key + struct.pack("<i", value)
    if isinstance(value, str):
        text = value.encode() + b"\0"
        return b"\x02" + key + struct.pack("<i", len(text)) + text
    if isinstance(value, list):
        return b"\x04" + key + document({str(i): v for i, v in enumerate(value)})
    return b"\x03" + key + document(value)


def document(fields: dict) -> bytes:
    body = b"".join(element(k, v) for k, v in fields.items()) + b"\0"
    return struct.pack("<i", len(body) + 4) + body


def run(connection: socket.socket, command: dict) -> bytes:
    body = struct.pack("<iB", 0, 0) + document({**command, "$db": "admin"})
    connection.sendall(struct.pack("<iiii", len(body) + 16, 1, 0, 2013) + body)
    reader = connection.makefile("rb")
    (length,) = struct.unpack("<i", reader.read(4))
    return reader.read(length - 4)


port, *ports = map(int, sys.argv[1:])
with socket.create_connection(("127.0.0.1", port), timeout=5) as mongod:
    members = [{"_id": number, "host": f"127.0.0.1:{each}"} for number, each in enumerate(ports)]
    hello = run(mongod, {"hello": 1})
    if b"\x08isWritablePrimary\0\x01" not in hello and (len(ports) == 1 or b"\x08secondary\0\x01" not in hello):
        if port == ports[0]:
            run(mongod, {"replSetInitiate": {"_id": "rs0", "members": members}})  # already done: an answer that changes nothing
        sys.exit(1)
