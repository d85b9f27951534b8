"""Makes the MongoDB server at a loopback port a replica set of one; ends with 0 once it is a writable primary.

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


port = int(sys.argv[1])
with socket.create_connection(("127.0.0.1", port), timeout=5) as mongod:
    member = {"_id": 0, "host": f"127.0.0.1:{port}"}
    if b"\x08isWritablePrimary\0\x01" not in run(mongod, {"hello": 1}):
        run(mongod, {"replSetInitiate": {"_id": "rs0", "members": [member]}})  # already done: an answer that changes nothing
        sys.exit(1)
