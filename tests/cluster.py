"""A Dask cluster of real processes on this machine."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from distributed import Client, LocalCluster

ROOT = Path(__file__).parents[1]
QUIET = ("--no-dashboard", "--host", "127.0.0.1")


@contextmanager
def running_cluster(folder, *, workers=2):
    """Give the address of a scheduler with workers of one thread each; one that dies is started again."""
    known = folder / "scheduler.json"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "error"}
    meeting = ("--scheduler-file", str(known))

    def start(*arguments):
        command = [sys.executable, "-m", "dask", *arguments, *meeting, *QUIET]
        return subprocess.Popen(command, cwd=folder, env=environment, stderr=said)

    said = (folder / "log.txt").open("w")
    processes = [start("scheduler", "--port", "0")]
    try:
        processes.append(start("worker", "--nworkers", str(workers), "--nthreads", "1"))
        with Client(scheduler_file=str(known), timeout=30, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)
            address = client.scheduler.address
        yield address
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()
        said.close()


@contextmanager
def small_cluster(*, workers=1):
    """Give a cluster of threads in this process."""
    places = {"host": "127.0.0.1", "protocol": "tcp", "dashboard_address": ":0"}
    with LocalCluster(n_workers=workers, threads_per_worker=1, processes=False, **places) as cluster:
        yield cluster


def busy_worker(client):
    """Return the process of a worker that has files to read."""
    pids = client.run(os.getpid)
    return next(pids[address] for address, tasks in client.processing().items() if tasks and address in pids)
