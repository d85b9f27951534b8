"""Keeps a bounded number of tasks on the way through Celery and counts those that end: load.py ON_THE_WAY WARM_UP DURATION (seconds)."""

import os
import socket
import subprocess
import sys
import threading
import time

SUBMITTERS = 8
THREADS = 8


def main(on_the_way, warm_up, duration):
    ears = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    ears.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
    ears.bind(("127.0.0.1", 0))
    os.environ["BENCH_CELERY_ENDED"] = str(ears.getsockname()[1])
    room = threading.Semaphore(on_the_way)
    ended = [0]
    stopped = threading.Event()

    def count():
        while True:
            ears.recv(16)
            ended[0] += 1
            room.release()

    def submit():
        from tasks import nothing

        while not stopped.is_set():
            room.acquire()
            nothing.delay()

    worker = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "celery", "-A", "tasks", "worker", "--pool", "threads", "--concurrency", str(THREADS), "--loglevel", "ERROR"]
        + ["--without-gossip", "--without-mingle"],
        stdout=subprocess.DEVNULL,
    )
    try:
        threading.Thread(target=count, daemon=True).start()
        for _ in range(SUBMITTERS):
            threading.Thread(target=submit, daemon=True).start()
        time.sleep(warm_up)
        before, begin = ended[0], time.monotonic()
        time.sleep(duration)
        rate = (ended[0] - before) / (time.monotonic() - begin)
        print(f"throughput {rate:.0f} tasks/s over {duration:.0f} s on Celery with {THREADS} threads and {on_the_way} on the way", flush=True)
    finally:
        stopped.set()
        worker.terminate()
        worker.wait()
    os._exit(0 if rate > 0 else 1)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]))
