# SPDX-License-Identifier: MIT
"""Programs measured one after the other, and how figures are shown."""
import os
import pathlib
import shutil
import statistics
import subprocess
import time

RUNS = 3


class Figures:
    """Medians of wall seconds, CPU seconds (user and system) and peak memory in MB."""

    def __init__(self, samples):
        self.wall, self.cpu, self.memory = (statistics.median(column) for column in zip(*samples))


def once(command, folder):
    start = time.monotonic()
    with open(os.devnull, "w") as null:
        process = subprocess.Popen([str(part) for part in command], cwd=folder, stdout=null, stderr=subprocess.PIPE)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{command} failed: {process.stderr.read().decode()}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(command, folder, clean=(), runs=RUNS):
    samples = []
    for _ in range(runs):
        for path in clean:
            shutil.rmtree(path, ignore_errors=True)
        samples.append(once(command, folder))
    return Figures(samples)


def measure_in_turn(command, clean, other, other_clean, folder, runs):
    """Both, one after the other, so that what slows the machine for a while slows both; and the median of the ratios of their walls."""
    samples, other_samples = [], []
    for _ in range(runs):
        for path in clean:
            shutil.rmtree(path, ignore_errors=True)
        samples.append(once(command, folder))
        for path in other_clean:
            shutil.rmtree(path, ignore_errors=True)
        other_samples.append(once(other, folder))
    walls = statistics.median(one[0] / two[0] for one, two in zip(samples, other_samples))
    return Figures(samples), Figures(other_samples), walls


def row(name, figures):
    print(f"  {name:<34} {figures.wall:8.2f} s wall {figures.cpu:8.2f} s CPU {figures.memory:8.0f} MB", flush=True)


def ratio(what, value, bar, upward=False):
    good = value >= bar if upward else value <= bar
    print(f"  {what:<58} {value:7.3f}  bar {'≥' if upward else '≤'} {bar:<5} {'met' if good else 'MISSED'}", flush=True)


def place(build):
    """Where to work: a folder of our own, empty but for tools."""
    memory = pathlib.Path("/dev/shm")
    room = memory.is_dir() and shutil.disk_usage(memory).free > 4e9
    return pathlib.Path(os.environ.get("BENCH_DIR") or (memory / "loa-bench" if room else build / "bench"))


def size_of(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)
