#!/usr/bin/env python3
"""Runs Limbeck beside its peers and writes the report. Called by run.sh, which sets the BENCH_* variables."""
import argparse
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.environ["BENCH_PEERS"])

import peers
import report
from limbeck import Limbeck
from rounds import Rounds

OLD_ALEMBIC = "alembic 1.8.1"
PARTS = ["current", "history", "no-op", "changes", "upgrade", "growth", "memory"]


def options():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--parts", default=",".join(PARTS), help="which of " + ", ".join(PARTS))
    p.add_argument("--tables", default="10,100,1000")
    p.add_argument("--counts", default="10,100,1000")
    p.add_argument("--reps", type=int, default=5)
    p.add_argument("--slow", type=float, default=20, help="what takes this many seconds is run 3 times, four times as many once")
    p.add_argument("--without", default="", help="peers to leave out: liquibase")
    p.add_argument("--jmh", help="the results of the inner benchmarks as JSON, for the case of the introspection")
    p.add_argument("--out", default=peers.WORK + "/report", help="a directory for report.md and peers.json; what is there and is not measured again stays")
    chosen = p.parse_args()
    numbers = lambda text: [int(x) for x in text.split(",")]
    chosen.tables, chosen.counts = numbers(chosen.tables), numbers(chosen.counts)
    chosen.only = "."
    return chosen


class Run:
    def __init__(self, chosen):
        self.rounds = Rounds(peers)
        self.ours = Limbeck(peers)
        self.without = chosen.without.split(",")

    def alembic(self, only):
        return (lambda: peers.alembic(OLD_ALEMBIC, ""), "^%s/%s$" % (OLD_ALEMBIC, only))

    def other(self, name, only):
        return (getattr(peers, name), "^%s/%s$" % ("limit" if name == "limits" else name, only))

    def together(self, tables, counts, *tools):
        kept = [t for t in tools if not any(name and t[1].startswith("^" + name) for name in self.without)]
        self.rounds.together(tables, counts, *kept)

    def current(self, k):
        """Where the database stands, and an upgrade with nothing to do: the peers need the same preparation for both."""
        self.together([], [k], (self.ours.deploy, "^limbeck/pg/(current|upgrade head, nothing to do)/%d$" % k),
                      self.alembic("pg/(current|upgrade head, nothing to do)/%d" % k),
                      self.other("flyway", "pg/(info|migrate, nothing to do)/%d" % k))

    def history(self, k):
        self.together([], [k], (self.ours.deploy, "^limbeck/none/history/%d$" % k), self.alembic("none/history/%d" % k))

    def no_op(self, n):
        # The pattern of Hibernate's also asks peers.py for the database.
        self.together([n], [], (self.ours.autogenerate, "^limbeck/pg/autogenerate v1 no-op/%d$" % n),
                      (self.ours.autogenerate, "^limbeck/pg/autogenerate v1 no-op, never scanned/%d$" % n),
                      (self.ours.check, "^limbeck/pg/check v1 no-op/%d$" % n),
                      self.alembic("pg/autogenerate v1 no-op/%d" % n),
                      self.other("hibernate", "pg/validate( v1 no-op)?/%d" % n),
                      self.other("liquibase", "pg/diff-changelog v1 no-op/%d" % n),
                      self.other("limits", "pg/(pg_dump --schema-only, v1|java, catalog in one query, v1)/%d" % n))

    def changes(self, n):
        for name in ("empty to v1", "v1 to v2"):
            self.together([n], [], (self.ours.autogenerate, "^limbeck/pg/autogenerate %s(, no proof)?/%d$" % (name, n)),
                          self.alembic("pg/autogenerate %s/%d" % (name, n)))
        self.together([n], [], (self.ours.check, "^limbeck/pg/check v1 to v2/%d$" % n))

    def upgrade(self, k):
        self.together([], [k], (self.ours.deploy, "^limbeck/pg/upgrade head, K from scratch, compiled before/%d$" % k),
                      (self.ours.deploy, "^limbeck/pg/upgrade head, K from scratch, never compiled/%d$" % k),
                      self.alembic("pg/upgrade head, K from scratch/%d" % k),
                      self.other("flyway", "pg/migrate, K from scratch/%d" % k),
                      self.other("limits", "pg/psql -f K migrations, autocommit/%d" % k))

    def growth(self):
        for n in (1000, 5000):
            self.together([n], [], (self.ours.autogenerate, "^limbeck/pg/autogenerate v1 (no-op(, never scanned)?|to v2, no proof)/%d$" % n))

    def memory(self):
        heap = "-Xmx512m"
        for name in ("v1 no-op, never scanned", "v1 to v2", "v1 to v2, no proof", "empty to v1, no proof"):
            self.together([5000], [], (lambda: self.ours.autogenerate(heap), "^limbeck/pg/autogenerate %s, %s/5000$" % (name, heap)))


def main():
    chosen = options()
    parts = chosen.parts.split(",")
    os.makedirs(peers.RUN, exist_ok=True)
    os.makedirs(chosen.out, exist_ok=True)
    peers.OPT = chosen
    peers.VERSIONS = dict(peers.versions(), **report.versions(os.environ["LIMBECK_HOME"]))
    if os.path.exists(chosen.out + "/peers.json"):
        with open(chosen.out + "/peers.json") as f:
            kept = json.load(f)
        peers.RESULTS.extend(kept["results"])
        peers.CORRECT.extend(kept["correctness"])
    tables, counts = chosen.tables, chosen.counts
    if "growth" in parts or "memory" in parts:
        chosen.tables = sorted({*tables, 1000, 5000})
    peers.templates()
    run = Run(chosen)
    run.ours.warm_up()
    for part, sizes in (("current", counts), ("history", counts), ("no-op", tables), ("changes", tables), ("upgrade", counts)):
        if part in parts:
            for size in sizes:
                getattr(run, part.replace("-", "_"))(size)
    for part in ("growth", "memory"):
        if part in parts:
            getattr(run, part)()
    with open(chosen.out + "/report.md", "w") as f:
        f.write(peers.scrub(report.markdown(peers, chosen.jmh)))
    print("report: %s/report.md" % chosen.out)


if __name__ == "__main__":
    main()
