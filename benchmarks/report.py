"""The report: the acceptance table, what was measured, and what was found wrong."""
import glob
import json
import os
import platform

OURS = "limbeck"

# What is measured, the peer's case, and how much of the peer's time it may take.
ACCEPTANCE = [
    ("current", "current", "alembic 1.8.1", "current", {1000: 0.9}),
    ("history", "history", "alembic 1.8.1", "history", {1000: 0.6}),
    ("autogenerate no-op, unchanged", "autogenerate v1 no-op", "alembic 1.8.1", "autogenerate v1 no-op", {10: 1.1, 100: 0.4, 1000: 0.1}),
    ("autogenerate no-op, unchanged", "autogenerate v1 no-op", "hibernate", "validate v1 no-op", {10: 0.5, 100: 0.5, 1000: 0.6}),
    ("autogenerate no-op, never scanned", "autogenerate v1 no-op, never scanned", "alembic 1.8.1", "autogenerate v1 no-op", {10: 2.0, 100: 0.7, 1000: 0.15}),
    ("autogenerate no-op, never scanned", "autogenerate v1 no-op, never scanned", "hibernate", "validate v1 no-op", {10: 0.9, 100: 0.9, 1000: 1.0}),
    ("autogenerate no-op, never scanned", "autogenerate v1 no-op, never scanned", "liquibase", "diff-changelog v1 no-op", {1000: 0.1}),
    ("upgrade from scratch, compiled before", "upgrade head, K from scratch, compiled before", "alembic 1.8.1", "upgrade head, K from scratch", {1000: 0.8}),
    ("upgrade from scratch, compiled before", "upgrade head, K from scratch, compiled before", "flyway", "migrate, K from scratch", {1000: 0.6}),
    ("upgrade from scratch, never compiled", "upgrade head, K from scratch, never compiled", "alembic 1.8.1", "upgrade head, K from scratch", {1000: 1.2}),
    ("upgrade from scratch, never compiled", "upgrade head, K from scratch, never compiled", "flyway", "migrate, K from scratch", {1000: 0.9}),
    ("upgrade, nothing to do", "upgrade head, nothing to do", "flyway", "migrate, nothing to do", {1000: 0.6}),
]
INTROSPECTION_LIMIT = 6.0
GROWTH_LIMIT = 6.0


def versions(home):
    jars = glob.glob(home + "/lib/limbeck-cli-*.jar")
    hibernates = glob.glob(home + "/lib/hibernate/hibernate-core-*.jar")
    name = lambda files, prefix: os.path.basename(files[0])[len(prefix):-4] if files else "?"
    return {"limbeck": name(jars, "limbeck-cli-"), "hibernate under limbeck": name(hibernates, "hibernate-core-"), "machine": processor()}


def processor():
    with open("/proc/cpuinfo") as f:
        for line in f:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor()


def found(peers, peer, case, size):
    return next((r for r in peers.RESULTS if (r["peer"], r["case"], r["size"]) == (peer, case, size) and "wall" in r), None)


def acceptance(peers, jmh):
    rows = ["| case | size | Limbeck s | peer | peer s | ratio | at most | | by CPU | n |", "|---|---:|---:|---|---:|---:|---:|---|---:|---:|"]
    for title, case, peer, theirs, limits in ACCEPTANCE:
        for size, limit in limits.items():
            a, b = found(peers, OURS, case, size), found(peers, peer, theirs, size)
            if a and b:
                ratio = a["wall"] / b["wall"]
                rows.append("| %s | %d | %.3f | %s, %s | %.3f | %.2f | %.2f | %s | %.2f | %d, %d |" % (
                    title, size, a["wall"], peer, theirs, b["wall"], ratio, limit, verdict(ratio, limit), a["cpu"] / b["cpu"], len(a["runs"]), len(b["runs"])))
    for case in ("autogenerate v1 no-op", "autogenerate v1 no-op, never scanned", "autogenerate v1 to v2, no proof"):
        a, b = found(peers, OURS, case, 5000), found(peers, OURS, case, 1000)
        if a and b:
            ratio = a["wall"] / b["wall"]
            rows.append("| %s, 5,000 tables | 5000 | %.3f | itself, 1,000 tables | %.3f | %.2f | %.2f | %s | %.2f | %d, %d |" % (
                case, a["wall"], b["wall"], ratio, GROWTH_LIMIT, verdict(ratio, GROWTH_LIMIT), a["cpu"] / b["cpu"], len(a["runs"]), len(b["runs"])))
    if jmh:
        rows += introspection(jmh)
    return rows


def introspection(jmh):
    with open(jmh) as f:
        scores = {(b["benchmark"].rsplit(".", 2)[-2] + "." + b["benchmark"].rsplit(".", 1)[-1], b.get("params", {}).get("tables")): b["primaryMetric"]
                  for b in json.load(f)}
    a, b = scores.get(("IntrospectionBenchmark.introspector", "1000")), scores.get(("IntrospectionBenchmark.oneQuery", "1000"))
    if not a or not b:
        return []
    ratio = a["score"] / b["score"]
    return ["| introspection, warm, in one JVM | 1000 | %.3f | one catalog query | %.3f | %.2f | %.2f | %s | | |" % (
        a["score"] / 1000, b["score"] / 1000, ratio, INTROSPECTION_LIMIT, verdict(ratio, INTROSPECTION_LIMIT))]


def verdict(ratio, limit):
    return "held" if ratio <= limit else "**missed**"


def measured(peers):
    rows = ["| tool | case | size | wall | min–max | CPU | RSS MiB | n | note |", "|---|---|---:|---:|---:|---:|---:|---:|---|"]
    key = lambda r: (r["peer"] != OURS, r["peer"], r["case"], r["size"])
    for r in sorted(peers.RESULTS, key=key):
        if "wall" not in r:
            rows.append("| %s | %s | %d | failed | | | | | %s |" % (r["peer"], r["case"], r["size"], r["failed"].replace("|", "/")))
            continue
        rows.append("| %s | %s | %d | %.3f | %.3f–%.3f | %.2f | %.0f | %d | %s |" % (
            r["peer"], r["case"], r["size"], r["wall"], r["wall_min"], r["wall_max"], r["cpu"], r["rss_kb"] / 1024, len(r["runs"]), r["note"]))
    return rows


def correctness(peers):
    rows = ["| tool | case | size | expected | detected | missed | false or unasked | other, or missing / surplus | remark |", "|---|---|---:|---:|---:|---|---:|---|---|"]
    for c in sorted(peers.CORRECT, key=lambda c: (c["case"], c["peer"] != OURS, c["peer"], c["size"])):
        missed = ", ".join("%s × %d" % kv for kv in c.get("missed", {}).items())
        other = "%d / %d" % (c["missing"], c["surplus"]) if "missing" in c else c.get("other_differences_after_apply", "")
        remark = c.get("apply_failed") or c.get("says") or (c.get("examples") and " ".join(str(x) for x in c["examples"][0])) or ""
        rows.append("| %s | %s | %d | %s | %s | %s | %s | %s | %s |" % (
            c["peer"], c["case"], c["size"], c.get("expected", ""), c.get("detected", ""), missed,
            c.get("false_operations", c.get("unasked_operations", "")), other, " ".join(remark.split()).replace("|", "/")[:160]))
    return rows


def markdown(peers, jmh):
    return "\n".join([
        "# Report", "",
        "Written by `benchmarks/run.sh`; raw runs in `peers.json`. Whole processes; wall and CPU in seconds (CPU of the client, without the server), peak RSS.",
        "Medians; the tools ran in turn.", "",
        "; ".join("%s %s" % kv for kv in peers.VERSIONS.items()) + ".", "",
        "## Acceptance", "", *acceptance(peers, jmh), "",
        "## Measured", "", *measured(peers), "",
        "## Correctness", "", *correctness(peers), ""])
