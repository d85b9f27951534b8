"""A task that does nothing, on Celery, made as durable as a task of Signalbox is: published persistently and confirmed, acknowledged
late, its start tracked, its result stored with majority and journal."""

import os
import socket

from celery import Celery, signals

app = Celery("bench", broker=os.environ["BENCH_CELERY_BROKER"], backend=os.environ["BENCH_CELERY_STORE"])
app.conf.update(
    broker_transport_options={"confirm_publish": True},
    task_acks_late=True,
    task_track_started=True,
    task_default_queue="bench-celery",
    mongodb_backend_settings={"database": "celery"},
)

ended = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)


@app.task(name="bench.nothing")
def nothing():
    return 0


@signals.task_success.connect
def tell(**_):
    """Its result is stored by now. To the load generator, on loopback."""
    ended.sendto(b".", ("127.0.0.1", int(os.environ["BENCH_CELERY_ENDED"])))
