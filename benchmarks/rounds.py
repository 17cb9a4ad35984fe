"""Measures several tools in turn: the cases of peers.py, but one run of each tool in each round.

On a machine whose speed swings, what is compared has to run side by side.
"""
import json
import re
import statistics


class Rounds:
    """Takes the place of peers.case. The first call of a case warms up and checks, each further one measures once."""

    def __init__(self, peers):
        self.peers = peers
        self.cases = {}
        peers.case = self.case

    def case(self, peer, backend, name, size, cmd, env=None, cwd=None, prepare=None, check=None, ok=(0,), note=""):
        ident = "%s/%s/%s/%d" % (peer, backend, name, size)
        if not re.search(self.peers.OPT.only, ident):
            return
        found = self.cases.get(ident)
        if found and self.enough(found):
            return
        log = "%s/log-%s.txt" % (self.peers.RUN, re.sub(r"[/ ]", "-", ident))
        if prepare:
            prepare()
        rc, run = self.peers.one(cmd, env, cwd, log)
        if found:
            if rc == found["rc"]:
                found["runs"].append(run)
            else:
                found["failed"] = "rc %d in a later run" % rc
            self.publish(found)
            return
        found = {"peer": peer, "backend": backend, "case": name, "size": size, "note": note, "rc": rc, "warmup": run, "runs": []}
        self.cases[ident] = found
        text = open(log, errors="replace").read()
        if rc not in ok:
            lines = text.strip().splitlines()
            found["failed"] = "rc %d: %s" % (rc, (lines[0] if lines else "").strip()[:160])
        elif check:
            try:
                found["check"] = check(text)
            except Exception as x:  # what a check stumbles over is a finding, and no end of the run
                found["check"] = {"check_error": "%s: %s" % (type(x).__name__, str(x)[:200])}
        print("%-70s %s %s" % (ident, found.get("failed", "%.2f s" % run["wall"]), json.dumps(found.get("check", ""))[:200]), flush=True)

    def enough(self, found):
        slow, wall, reps = self.peers.OPT.slow, found["warmup"]["wall"], self.peers.OPT.reps
        wanted = reps if wall < slow else min(reps, 3) if wall < 4 * slow else 1
        return "failed" in found or len(found["runs"]) >= wanted

    def publish(self, found):
        for key in ("wall", "cpu", "rss_kb"):
            found[key] = statistics.median(run[key] for run in found["runs"])
        found["wall_min"] = min(run["wall"] for run in found["runs"])
        found["wall_max"] = max(run["wall"] for run in found["runs"])
        if found not in self.peers.RESULTS:
            self.peers.RESULTS.append(found)

    def together(self, tables, counts, *tools):
        """Runs tools in turn, a warm-up and then the rounds; a tool is a function and a pattern of its cases."""
        options = self.peers.OPT
        options.tables, options.counts = tables, counts
        for _ in range(options.reps + 1):
            for function, only in tools:
                options.only = only
                function()
        for found in self.cases.values():
            if found["runs"] and not found.get("told"):
                found["told"] = True
                print("%-70s wall %.3f  cpu %.3f  rss %.0f MiB  n %d" % (
                    "%(peer)s/%(backend)s/%(case)s/%(size)d" % found, found["wall"], found["cpu"], found["rss_kb"] / 1024, len(found["runs"])), flush=True)
        self.peers.save()
