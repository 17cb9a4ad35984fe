"""The cases of Limbeck, measured and checked as peers.py does it for the others. Calls ours.sh and nothing else."""
import collections
import glob
import json
import os
import re
import shutil
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
OURS = HERE + "/ours.sh"
NAME = "limbeck"
OPERATION = re.compile(r"^(?:add|drop|alter|rename)_\w+ |^(?:execute|run|batches|insert_rows|irreversible) ")


class Limbeck:
    def __init__(self, peers):
        self.peers = peers

    def environment(self, project, database, entities=None, opts=""):
        env = {"BENCH_URL": self.peers.JDBC + database, "BENCH_REVISIONS": self.revisions(project),
               "BENCH_JAVA": self.peers.JAVA, "XDG_CACHE_HOME": self.peers.WORK + "/cache"}
        if entities:
            env["BENCH_ENTITIES"] = entities
        if opts:
            env["LIMBECK_JAVA_OPTS"] = opts
        return env

    def revisions(self, project):
        return "%s/ours/%s" % (self.peers.RUN, project)

    def forget(self, project):
        """What Limbeck keeps for the next time goes: entities are scanned, and revisions compiled, as if never before."""
        shutil.rmtree(self.revisions(project) + ".limbeck/.limbeck", ignore_errors=True)

    def empty(self, project):
        shutil.rmtree(self.revisions(project), ignore_errors=True)
        os.makedirs(self.revisions(project))

    def call(self, env, *args):
        return subprocess.run([OURS, *args], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=dict(os.environ, **env))

    def warm_up(self):
        """What the first command on a machine makes for all others: an archive of classes, behind its back."""
        self.empty("first")
        self.call(self.environment("first", "postgres"), "history")
        if os.path.exists(os.environ["LIMBECK_HOME"] + "/bin/limbeck-archive"):
            places = [os.environ["LIMBECK_HOME"] + "/archive", self.peers.WORK + "/cache"]
            for _ in range(120):
                if any(glob.glob(place + "/**/*.jsa", recursive=True) for place in places):
                    return
                time.sleep(0.5)
            raise SystemExit("There is no archive of classes below %s." % " or ".join(places))

    def operations(self, log):
        lines = [line.split(" ", 2) for line in log.splitlines() if OPERATION.match(line)]
        return [line + [""] * (3 - len(line)) for line in lines]

    def classes(self, n, version):
        return "%s/w/s%d/classes-%s" % (self.peers.WORK, n, version)

    # ------------------------------------------------------------ entities and database
    def autogenerate(self, opts=""):
        for n in self.peers.OPT.tables:
            for name, before, wanted in (("v1 no-op", "v1", "v1"), ("v1 to v2", "v1", "v2"), ("empty to v1", None, "v1")):
                for suffix, fresh, options in (("", False, []), (", never scanned", True, []), (", no proof", False, ["--no-verify"])):
                    self.autogenerate_case(n, name, before, wanted, suffix, fresh, options, opts)

    def autogenerate_case(self, n, name, before, wanted, suffix, forgets, options, opts):
        peers = self.peers
        case = "autogenerate " + name + suffix + (", " + opts if opts else "")
        project = re.sub(r"\W+", "-", case)
        database = "ours_" + project.replace("-", "_").lower()
        if not re.search(peers.OPT.only, "%s/pg/%s/%d" % (NAME, case, n)):
            return
        template = "tpl_s%d_%s" % (n, before) if before else "template1"
        env = self.environment(project, database, self.classes(n, wanted), opts)
        peers.fresh(database, template)

        def prepare():
            self.empty(project)
            if forgets:
                self.forget(project)

        def check(log):
            ops = self.operations(log)
            if name == "v1 no-op":
                return peers.correct(peer=NAME, backend="pg", case=name + suffix, size=n, false_operations=len(ops), examples=ops[:4])
            applied = self.call(env, "upgrade", "head")
            out = {"operations": len(ops)}
            if applied.returncode:
                out["apply_failed"] = applied.stdout.strip()[-200:]
            have = {f for f in peers.pg_facts(database) if not f[1].startswith("limbeck_")}
            if wanted == "v2":
                out.update(peers.count_ops(n, ops))
                out.update(peers.verdict(n, have, "pg"))
            else:
                out.update(peers.same_as(n, wanted, "pg", have))
            peers.fresh(database, template)
            return peers.correct(peer=NAME, backend="pg", case=name + suffix, size=n, **out)

        peers.case(NAME, "pg", case, n, [OURS, "revision", "--autogenerate", "-m", "x", *options], env, None, prepare, check)

    def check(self):
        peers = self.peers
        for n in peers.OPT.tables:
            for name, wanted, status in (("check v1 no-op", "v1", 0), ("check v1 to v2", "v2", 1)):
                if re.search(peers.OPT.only, "%s/pg/%s/%d" % (NAME, name, n)):
                    peers.fresh("ours_check", "tpl_s%d_v1" % n)
                    self.empty("check")
                peers.case(NAME, "pg", name, n, [OURS, "check"], self.environment("check", "ours_check", self.classes(n, wanted)), ok=(status,),
                           check=lambda log: peers.count_ops(n, self.operations(log)))

    # ------------------------------------------------------------ revisions
    def imported(self, name, k):
        """The environment of a project that has K revisions."""
        project = "%s-%d" % (name, k)
        env = self.environment(project, "ours_" + name.replace("-", "_"))
        if not glob.glob(self.revisions(project) + "/*.java"):
            self.empty(project)
            self.call(env, "import-bench", "%s/w/m%d/migrations.json" % (self.peers.WORK, k)).check_returncode()
        return env

    def upgrade_case(self, k, case, forgets):
        peers = self.peers
        if not re.search(peers.OPT.only, "%s/pg/%s/%d" % (NAME, case, k)):
            return
        name = "forgetting" if forgets else "keeping"
        env, database = self.imported(name, k), "ours_" + name

        def prepare():
            peers.fresh(database)
            if forgets:
                self.forget("%s-%d" % (name, k))

        def tables(log):
            counts = collections.Counter(f[0] for f in peers.pg_facts(database) if not f[1].startswith("limbeck_"))
            return {"tables": counts["table"], "indexes": counts["index"]}

        peers.case(NAME, "pg", case, k, [OURS, "upgrade", "head"], env, None, prepare, tables)

    def deploy(self):
        peers = self.peers
        for k in peers.OPT.counts:
            for name, forgets in (("compiled before", False), ("never compiled", True)):
                self.upgrade_case(k, "upgrade head, K from scratch, " + name, forgets)
            env = self.imported("head", k)
            if re.search(peers.OPT.only, "%s/pg/upgrade head, nothing to do/%d" % (NAME, k)):
                peers.fresh("ours_head")
                self.call(env, "upgrade", "head").check_returncode()
            peers.case(NAME, "pg", "upgrade head, nothing to do", k, [OURS, "upgrade", "head"], env)
            head = json.load(open("%s/w/m%d/migrations.json" % (peers.WORK, k)))[-1]["revision"]
            peers.case(NAME, "pg", "current", k, [OURS, "current"], env, check=lambda log: {"at head": head in log})
            peers.case(NAME, "none", "history", k, [OURS, "history"], env, check=lambda log: {"lines": log.count("\n")})
