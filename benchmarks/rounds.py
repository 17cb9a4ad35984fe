"""Measures several tools in turn: the cases of peers.py, but a run of each tool in each round.

On a machine whose speed swings, what is compared has to run side by side. Each tool goes through its cases in a thread
of its own; only the one that has the baton does anything, and it hands the baton on after every run.
"""
import json
import re
import statistics
import threading


class Baton:
    """Goes round among threads."""

    def __init__(self):
        self.turns = []
        self.mine = threading.local()

    def thread(self, function, taken):
        """A thread that runs a function; taken is called whenever it gets the baton."""
        turn = threading.Semaphore(0)
        self.turns.append(turn)

        def run():
            self.mine.turn, self.mine.taken = turn, taken
            self.take()
            try:
                function()
            finally:
                self.leave()

        return threading.Thread(target=run)

    def start(self):
        self.turns[0].release()

    def hand_on(self):
        following = self.turns[(self.turns.index(self.mine.turn) + 1) % len(self.turns)]
        following.release()
        self.take()

    def take(self):
        self.mine.turn.acquire()
        self.mine.taken()

    def leave(self):
        place = self.turns.index(self.mine.turn)
        self.turns.remove(self.mine.turn)
        if self.turns:
            self.turns[place % len(self.turns)].release()


class Rounds:
    """Takes the place of peers.case."""

    def __init__(self, peers):
        self.peers = peers
        self.baton = Baton()
        peers.case = self.case

    def together(self, tables, counts, *tools):
        """Runs tools in turn, each a function of peers.py or like one, and a pattern of its cases."""
        options = self.peers.OPT
        options.tables, options.counts = tables, counts
        failures = []

        def caught(function):
            def run():
                try:
                    function()
                except BaseException as x:  # of a thread: raised below
                    failures.append(x)
            return run

        def choosing(pattern):
            def choose():
                options.only = pattern
            return choose

        threads = [self.baton.thread(caught(function), choosing(pattern)) for function, pattern in tools]
        for thread in threads:
            thread.start()
        self.baton.start()
        for thread in threads:
            thread.join()
        self.peers.save()
        if failures:
            raise failures[0]

    def case(self, peer, backend, name, size, cmd, env=None, cwd=None, prepare=None, check=None, ok=(0,), note=""):
        ident = "%s/%s/%s/%d" % (peer, backend, name, size)
        if not re.search(self.peers.OPT.only, ident):
            return
        log = "%s/log-%s.txt" % (self.peers.RUN, re.sub(r"[/ ]", "-", ident))
        result = {"peer": peer, "backend": backend, "case": name, "size": size, "note": note, "runs": []}

        def run():
            if prepare:
                prepare()
            return self.peers.one(cmd, env, cwd, log)

        result["rc"], result["warmup"] = run()
        said = open(log, errors="replace").read()
        if result["rc"] not in ok:
            result["failed"] = "rc %d: %s" % (result["rc"], (said.strip().splitlines() or [""])[0][:160])
        else:
            result["check"] = self.checked(check, said)
            for _ in range(self.wanted(result["warmup"]["wall"])):
                self.baton.hand_on()
                rc, measured = run()
                if rc != result["rc"]:
                    result["failed"] = "rc %d in a later run" % rc
                result["runs"].append(measured)
            self.sum_up(result)
        same = lambda r: all(r[key] == result[key] for key in ("peer", "backend", "case", "size"))
        self.peers.RESULTS[:] = [r for r in self.peers.RESULTS if not same(r)] + [result]
        print("%-72s %s  %s" % (ident, result.get("failed") or "wall %.3f  cpu %.3f  rss %.0f MiB  n %d" % (
            result["wall"], result["cpu"], result["rss_kb"] / 1024, len(result["runs"])), json.dumps(result.get("check"))[:160]), flush=True)
        self.baton.hand_on()

    def checked(self, check, said):
        try:
            return check(said) if check else None
        except Exception as x:  # what a check stumbles over is a finding, and no end of the run
            return {"check_error": "%s: %s" % (type(x).__name__, str(x)[:200])}

    def wanted(self, wall):
        """How many runs, after a warm-up that took so many seconds."""
        options = self.peers.OPT
        return options.reps if wall < options.slow else min(options.reps, 3) if wall < 4 * options.slow else 1

    def sum_up(self, result):
        for key in ("wall", "cpu", "rss_kb"):
            result[key] = statistics.median(run[key] for run in result["runs"])
        walls = [run["wall"] for run in result["runs"]]
        result["wall_min"], result["wall_max"] = min(walls), max(walls)
