"""A process that records reviews, and says the uid of each as soon as it is confirmed.

`FOLDER record COUNT SCHEMA NAME` records so many. `FOLDER die ROUNDS SEED` starts processes that
record for ever, kills each after a random time, and says how the store was found then.
"""

import datetime as dt
import os
import signal
import sys
import time
from pathlib import Path
from random import Random

from quiz.study.model import Review, Undo
from quiz.study.store import open_store, opening

START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
PER_PROFILE = 20  # rounds, after which another store is begun


def events(name):
    """Give reviews for ever, of cards that come again; one in ten is undone."""
    number = 0
    while True:
        at = START + dt.timedelta(minutes=7 * number)
        uid = f"{name}.{number}"
        yield Review(uid, at, f"card {number % 9}", 1 + number % 4, "correct", uid)
        if number % 10 == 9:
            yield Undo(f"{uid}u", at, uid)
        number += 1


def say(text):
    """Write a line, at once and as a whole."""
    os.write(1, f"{text}\n".encode())


def record(folder, profile, name, count=None, schema=opening.SCHEMA):
    """Record, and say each uid after it is confirmed."""
    with open_store(folder, profile, schema=schema) as store:
        for event in events(name):
            if count == 0:
                return
            store.record(event)
            say(event.uid)
            count = count and count - 1


def die(folder, rounds, seed):
    """Kill so many writers, and look after each whether all that it confirmed is there."""
    chance, confirmed = Random(seed), set()  # noqa: S311 - a test, not a secret
    for number in range(rounds):
        if number % PER_PROFILE == 0:
            profile, confirmed = f"profile {number}", set()
        ours, theirs = os.pipe()
        child = os.fork()
        if not child:
            os.close(ours)
            os.dup2(theirs, 1)
            record(folder, profile, f"{number}")
        os.close(theirs)
        with os.fdopen(ours) as pipe:
            # On any machine some die before their first review, and many between two.
            new = {pipe.readline().strip() for _ in range(chance.choice((0, 1, 3, 9)))}
            time.sleep(chance.uniform(0, 0.02 if not new else 0.003))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            new |= {*pipe.read().split("\n")[:-1]}
        confirmed |= new
        with open_store(folder, profile) as store:
            ((sound,),) = store.connection.execute("PRAGMA integrity_check")
            kept = {event.uid for event in store.events()}
            memories = store.memories()
            store.rebuild()
            same = memories == store.memories()
        lost, ahead = len(confirmed - kept), len(kept - confirmed)
        say(f"{len(new)} {lost} {ahead} {sound} {same}")
        confirmed = kept


if __name__ == "__main__":
    folder, task, number, *more = sys.argv[1:]
    if task == "record":
        schema, name = more
        record(Path(folder), "default", name, int(number), Path(schema))
    else:
        die(Path(folder), int(number), int(more[0]))
