#!/usr/bin/env python3
"""Check a published allocation record without trusting those who published it.

    python verify.py record.zip
    python verify.py record.zip --manifest <sha256 shown on the public page>
    python verify.py record.zip --previous older.zip
    python verify.py record.zip --me <your application id>

Needs Python 3.8 or newer and nothing else. Prints one line a check. Ends with 0 when everything in the record
follows from the published rules, the frozen list and the announced event's value; with 1 and the first
difference otherwise. It shares no code with the portal: read it from top to bottom in ten minutes.
The procedure it checks is described in docs/allocation.md ("zanjan-allocation/1").
"""

import argparse
import hashlib
import hmac
import json
import os
import re
import struct
import sys
import unicodedata
import zlib
from datetime import datetime
from typing import Any, Callable, Dict, Iterable, List, Mapping, NoReturn, Optional, Sequence, Tuple

FORMAT = "zanjan-allocation/1"
FILES = (
    "rules.json",
    "plots.jsonl",
    "applications.jsonl",
    "draw.json",
    "result.jsonl",
    "waiting.jsonl",
    "cutoffs.jsonl",
    "manifest.json",
)
MODES = ("SCORED", "LOTTERY", "DIRECT", "AUCTION")
CODE = r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
PLOT = r"[A-Z0-9-]{2,24}"
APPLICATION = r"[a-z2-7]{26}"
SHA256 = r"[0-9a-f]{64}"
MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"
LARGEST = 10**18

Line = Dict[str, Any]


class Wrong(Exception):
    """The first thing in the record that is not as it must be."""


def wrong(message: str) -> NoReturn:
    """Stop here: the record is not as it must be."""
    raise Wrong(message)


def need(condition: bool, message: str) -> None:
    """Stop here unless `condition` holds."""
    if not condition:
        wrong(message)


def show(value: object) -> str:
    """A value from the record for the terminal: short, and without signs that could play tricks there."""
    text = ascii(value)
    return text if len(text) <= 400 else text[:400] + "..."


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


# -- The container: a ZIP of eight stored files that can be written in one way only -----------------------


def read_container(path: str) -> Dict[str, bytes]:
    """The eight files of a record by name; writes the ZIP anew from them and compares every byte."""
    need(os.path.isfile(path), "there is no such file: " + show(path))
    need(os.path.getsize(path) < 2**32, "the file is larger than a record can be")
    with open(path, "rb") as stream:
        data = stream.read()
    files: Dict[str, bytes] = {}
    at = 0
    for name in FILES:
        start = at + 30 + len(name)
        need(start <= len(data), "the file ends before " + name)
        need(data[at : at + 4] == b"PK\3\4", "byte %d: no entry begins here, expected %s" % (at, name))
        found = data[at + 30 : start]
        need(found == name.encode(), "byte %d: expected entry %s, found %s" % (at, name, show(found)))
        size = struct.unpack_from("<I", data, at + 22)[0]
        need(start + size <= len(data), name + " is cut off")
        files[name] = data[start : start + size]
        at = start + size
    expected = write_container(files)
    if expected != data:
        length = min(len(expected), len(data))
        first = next((i for i in range(length) if expected[i] != data[i]), length)
        wrong("byte %d of the ZIP is not as its contents require" % first)
    return files


def write_container(files: Dict[str, bytes]) -> bytes:
    """Each entry: stored, 1980-01-01 00:00, no extra field, no comment; then the directory and its end."""
    directory = b""
    parts: List[bytes] = []
    at = 0
    for name in FILES:
        data = files[name]
        sizes = struct.pack("<IIIHH", zlib.crc32(data), len(data), len(data), len(name), 0)
        common = struct.pack("<HHHHH", 10, 0, 0, 0, 0x21) + sizes
        directory += b"PK\1\2" + struct.pack("<H", 0x030A) + common
        directory += struct.pack("<HHHII", 0, 0, 0, 0o100644 << 16, at) + name.encode()
        head = b"PK\3\4" + common + name.encode()
        parts += [head, data]
        at += len(head) + len(data)
    count = len(FILES)
    return b"".join(parts) + directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), at, 0)


# -- The text: canonical JSON, and every field of the right kind ------------------------------------------


def canonical(value: object) -> str:
    """The one way to write a value: keys sorted, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def parse(data: bytes, place: str) -> Line:
    """One JSON object that is written in the one canonical way."""
    try:
        text = data.decode("utf-8")
        value = json.loads(text)
        again = canonical(value)
    except (ValueError, RecursionError):
        wrong(place + ": not JSON in UTF-8")
    need(isinstance(value, dict), place + ": not an object")
    need(again == text == unicodedata.normalize("NFC", text), place + ": not in canonical form")
    return dict(value)


def parse_lines(data: bytes, name: str, key: str) -> List[Line]:
    """One canonical object a line, sorted by `key`, which no two lines share."""
    need(not data or data.endswith(b"\n"), name + ": the last line is not ended")
    rows = [parse(raw, "%s line %d" % (name, i)) for i, raw in enumerate(data.split(b"\n")[:-1], 1)]
    for i, row in enumerate(rows, 1):
        need(isinstance(row.get(key), str), "%s line %d: no %s" % (name, i, key))
        need(i == 1 or rows[i - 2][key] < row[key], "%s line %d: not sorted, or twice" % (name, i))
    return rows


def text(form: str) -> Callable[[object], bool]:
    """A kind of value: text that `form` matches from end to end."""
    return lambda value: isinstance(value, str) and re.fullmatch(form, value) is not None


def whole(low: int, high: int = LARGEST) -> Callable[[object], bool]:
    """A kind of value: a whole number between the two, both included."""
    return lambda value: type(value) is int and low <= value <= high


def codes(form: str, in_order: bool) -> Callable[[object], bool]:
    """A kind of value: a list of texts of this form, none twice; `in_order`: sorted as well."""

    def fits(value: object) -> bool:
        """Whether it is such a list."""
        if not isinstance(value, list) or not all(text(form)(one) for one in value):
            return False
        return len(set(value)) == len(value) and (not in_order or sorted(value) == value)

    return fits


def maybe(kind: Callable[[object], bool]) -> Callable[[object], bool]:
    """A kind of value: this kind, or nothing."""
    return lambda value: value is None or kind(value)


def points(value: object) -> bool:
    """A kind of value: hundredths of points by criterion, none below zero."""
    return isinstance(value, dict) and all(whole(0)(one) for one in value.values())


def moment(value: object) -> bool:
    """A kind of value: a real moment in UTC, to the second."""
    try:
        return text(MOMENT)(value) and bool(datetime.strptime(str(value), "%Y-%m-%dT%H:%M:%S%z"))
    except ValueError:
        return False


def words(value: object) -> bool:
    """A kind of value: a line of text for people, not empty and without control signs."""
    return (
        isinstance(value, str)
        and 0 < len(value.strip())
        and len(value) <= 1000
        and not re.search("[\x00-\x1f\x7f]", value)
    )


def anything(value: object) -> bool:
    """A kind of value: looked at elsewhere."""
    return True


RULES = {
    "format": lambda value: value == FORMAT,
    "call": text(CODE),
    "title": words,
    "mode": lambda value: value in MODES,
    "criteria": lambda value: isinstance(value, list),
    "groups": codes(CODE, in_order=False),
    "tie_break": codes(CODE, in_order=False),
    "randomness": anything,
}
CRITERION = {"code": text(CODE), "weight": whole(1, 100), "max": whole(1, 10**9)}
RANDOMNESS = {"source": words, "event": words, "announced_at": moment}
PLOT_LINE = {
    "plot": text(PLOT),
    "area_m2": whole(1),
    "trades": codes(CODE, in_order=True),
    "reserved_for": maybe(text(CODE)),
}
APPLICATION_LINE = {
    "application": text(APPLICATION),
    "trade": text(CODE),
    "groups": codes(CODE, in_order=True),
    "points": points,
    "score": whole(0),
    "submitted_at": moment,
    "amount": maybe(whole(0)),
    "choices": codes(PLOT, in_order=False),
}
DRAW = {"value": text("(?:[0-9a-f]{2}){1,4096}"), "seed": text(SHA256), "entered_at": moment}
MANIFEST = {
    "format": lambda value: value == FORMAT,
    "call": text(CODE),
    "run": whole(1),
    "previous": maybe(text(SHA256)),
    "files": lambda value: isinstance(value, dict) and set(value) == set(FILES) - {"manifest.json"},
}


def fields(value: object, kinds: Mapping[str, Callable[[object], bool]], place: str) -> None:
    """`value` has exactly these fields, each of its kind."""
    if not isinstance(value, dict) or set(value) != set(kinds):
        wrong("%s: the fields must be %s" % (place, ", ".join(sorted(kinds))))
    for name, kind in kinds.items():
        need(kind(value[name]), "%s: %s cannot be %s" % (place, name, show(value[name])))


# -- What a record says, and what it must say -------------------------------------------------------------


class Record:
    """The parsed files of one record."""

    def __init__(self, files: Dict[str, bytes]) -> None:
        self.files = files
        self.manifest = parse(files["manifest.json"], "manifest.json")
        self.rules = parse(files["rules.json"], "rules.json")
        self.draw = parse(files["draw.json"], "draw.json")
        plots = parse_lines(files["plots.jsonl"], "plots.jsonl", "plot")
        applications = parse_lines(files["applications.jsonl"], "applications.jsonl", "application")
        self.plots: Dict[str, Line] = {row["plot"]: row for row in plots}
        self.applications: Dict[str, Line] = {row["application"]: row for row in applications}
        self.result = parse_lines(files["result.jsonl"], "result.jsonl", "application")
        self.waiting = parse_lines(files["waiting.jsonl"], "waiting.jsonl", "plot")
        self.cutoffs = parse_lines(files["cutoffs.jsonl"], "cutoffs.jsonl", "plot")
        self.numbers: Dict[str, int] = {}  # draw number of each application
        self.held: Dict[str, str] = {}  # plot of each application that has one
        self.holder: Dict[str, str] = {}  # and the other way round

    def eligible(self, who: str, plot: str) -> bool:
        """Whether the trade of the application may be carried on at the plot; a plot without trades takes every one."""
        trades = self.plots[plot]["trades"]
        return not trades or self.applications[who]["trade"] in trades

    def priority(self, who: str, plot: str) -> Tuple[Any, ...]:
        """Smaller is better; compared part by part from the left."""
        one, group = self.applications[who], self.plots[plot]["reserved_for"]
        tier = 0 if group is None or group in one["groups"] else 1
        own: Tuple[Any, ...] = ()
        if self.rules["mode"] == "SCORED":
            own = (-one["score"], *(-one["points"][code] for code in self.rules["tie_break"]))
        elif self.rules["mode"] == "DIRECT":
            own = (one["submitted_at"],)
        elif self.rules["mode"] == "AUCTION":
            own = (-one["amount"],)
        return (tier, *own, self.numbers[who])

    def better_liked(self, who: str) -> Iterable[str]:
        """The plots somebody may have and would rather have than what he holds."""
        for plot in self.applications[who]["choices"]:
            if plot == self.held.get(who):
                return
            if self.eligible(who, plot):
                yield plot


def same_lines(name: str, expected: Sequence[Line], found: Sequence[Line]) -> None:
    """Compared as written, because to Python 2, 2.0 and (for 1) true are the same."""
    for i in range(max(len(expected), len(found))):
        must = canonical(expected[i]) if i < len(expected) else "nothing"
        is_ = canonical(found[i]) if i < len(found) else "nothing"
        need(must == is_, "%s line %d: expected %s, found %s" % (name, i + 1, show(must), show(is_)))


def check_hashes(files: Dict[str, bytes]) -> str:
    """Every file has the SHA-256 that the manifest states."""
    manifest = parse(files["manifest.json"], "manifest.json")
    fields(manifest, MANIFEST, "manifest.json")
    need(manifest["run"] > 1 or manifest["previous"] is None, "manifest.json: a first run has none before it")
    for name, stated in manifest["files"].items():
        found = sha256(files[name])
        need(found == stated, "%s: SHA-256 is %s, the manifest says %s" % (name, found, show(stated)))
    return "run %d of call %s; the manifest's SHA-256 is %s" % (
        manifest["run"],
        manifest["call"],
        sha256(files["manifest.json"]),
    )


def check_rules(record: Record) -> str:
    """The rules are whole and do not contradict themselves; the weights add up to 100."""
    rules = record.rules
    fields(rules, RULES, "rules.json")
    fields(rules["randomness"], RANDOMNESS, "rules.json randomness")
    for criterion in rules["criteria"]:
        fields(criterion, CRITERION, "rules.json criteria")
    names = [criterion["code"] for criterion in rules["criteria"]]
    need(len(set(names)) == len(names), "rules.json: a criterion stands twice")
    need(set(rules["tie_break"]) <= set(names), "rules.json: tie_break names no criterion of the call")
    total = sum(criterion["weight"] for criterion in rules["criteria"])
    need(total == 100 or (not names and rules["mode"] != "SCORED"), "rules.json: weights add up to %d" % total)
    need(rules["call"] == record.manifest["call"], "rules.json and manifest.json name different calls")
    return "%s, %d criteria, %d groups" % (rules["mode"], len(names), len(rules["groups"]))


def check_list(record: Record) -> str:
    """Every plot and every application keeps to the rules: its groups, its list, its points."""
    rules, groups = record.rules, set(record.rules["groups"])
    limits = {criterion["code"]: criterion["max"] for criterion in rules["criteria"]}
    for i, plot in enumerate(record.plots.values(), 1):
        place = "plots.jsonl line %d" % i
        fields(plot, PLOT_LINE, place)
        need(plot["reserved_for"] is None or plot["reserved_for"] in groups, place + ": unknown group")
    for i, one in enumerate(record.applications.values(), 1):
        place = "applications.jsonl line %d" % i
        fields(one, APPLICATION_LINE, place)
        need(set(one["groups"]) <= groups, place + ": unknown group")
        need(set(one["choices"]) <= set(record.plots), place + ": unknown plot")
        need(set(one["points"]) == set(limits), place + ": points for other criteria than the rules name")
        for code, limit in limits.items():
            need(one["points"][code] <= limit, "%s: more points for %s than there are" % (place, code))
        need((one["amount"] is not None) == (rules["mode"] == "AUCTION"), place + ": amount")
    return "%d plots, %d applications" % (len(record.plots), len(record.applications))


def check_scores(record: Record) -> str:
    """The weighted sum of the points in hundredths, rounded down; zero where the call does not score."""
    rules = record.rules
    for who, one in record.applications.items():
        total = sum(item["weight"] * one["points"][item["code"]] for item in rules["criteria"]) // 100
        score = total if rules["mode"] == "SCORED" else 0
        need(one["score"] == score, "%s: score must be %d, found %d" % (who, score, one["score"]))
    return "each is the weighted sum of its points" if rules["mode"] == "SCORED" else "none in this mode"


def check_seed(record: Record) -> str:
    """HMAC-SHA-256 of the frozen files, with the announced event's value as its key."""
    fields(record.draw, DRAW, "draw.json")
    announced = record.rules["randomness"]["announced_at"]
    need(announced <= record.draw["entered_at"], "draw.json: the value was entered before the announcement")
    frozen = sha256("".join(sha256(record.files[name]) + "\n" for name in FILES[:3]).encode())
    message = "%s\n%s\n%s\n" % (FORMAT, record.rules["call"], frozen)
    seed = hmac.new(bytes.fromhex(record.draw["value"]), message.encode("ascii"), hashlib.sha256).hexdigest()
    need(seed == record.draw["seed"], "draw.json: seed must be %s" % seed)
    return "follows from the event's value and from H = " + frozen


def check_draw_numbers(record: Record) -> str:
    """Each application's HMAC-SHA-256 under the seed; the smallest has number 1."""
    seed = bytes.fromhex(record.draw["seed"])
    keyed = sorted((hmac.new(seed, who.encode(), hashlib.sha256).digest(), who) for who in record.applications)
    record.numbers = {who: place for place, (_, who) in enumerate(keyed, 1)}
    expected = [{"application": who, "draw_number": record.numbers[who]} for who in record.applications]
    found = [{name: row.get(name) for name in ("application", "draw_number")} for row in record.result]
    same_lines("result.jsonl", expected, found)
    return "1 to %d, each from its own key" % len(keyed)


def check_matching(record: Record) -> str:
    """Deferred acceptance, worked out anew: ask for the best plot that has not refused you yet."""
    holder: Dict[str, str] = {}
    still = {who: iter(one["choices"]) for who, one in record.applications.items()}
    asking = list(record.applications)
    while asking:
        who = asking.pop()
        for plot in still[who]:
            if not record.eligible(who, plot):
                continue
            other = holder.get(plot)
            if other is None or record.priority(who, plot) < record.priority(other, plot):
                holder[plot] = who
                if other is not None:
                    asking.append(other)
                break
    record.holder, record.held = holder, {who: plot for plot, who in holder.items()}
    expected = []
    for who, one in record.applications.items():
        plot = record.held.get(who)
        place = one["choices"].index(plot) + 1 if plot else None
        row = {"application": who, "draw_number": record.numbers[who], "plot": plot, "choice": place}
        expected.append(row)
    same_lines("result.jsonl", expected, record.result)
    return "%d of %d plots given" % (len(holder), len(record.plots))


def check_envy(record: Record) -> str:
    """Read from the published result alone: nobody missed a plot that a worse priority got."""
    got = {row["plot"]: row["application"] for row in record.result if row["plot"] is not None}
    for who in record.applications:
        for plot in record.better_liked(who):
            other = got.get(plot)
            if other is None:
                wrong("%s wanted %s, which stayed free" % (who, plot))
            fair = record.priority(other, plot) < record.priority(who, plot)
            need(fair, "%s wanted %s and stands before its holder %s" % (who, plot, other))
    return "nobody has a better priority for a plot he would rather have"


def check_waiting(record: Record) -> str:
    """The queue of a plot: who wanted it more than what he got, by priority."""
    queues: Dict[str, List[str]] = {plot: [] for plot in record.plots}
    for who in record.applications:
        for plot in record.better_liked(who):
            queues[plot].append(who)
    for plot, queue in queues.items():
        queue.sort(key=lambda who: record.priority(who, plot))
    same_lines("waiting.jsonl", [{"plot": p, "queue": queues[p]} for p in record.plots], record.waiting)
    return "%d places in %d queues" % (sum(map(len, queues.values())), len(queues))


def check_cutoffs(record: Record) -> str:
    """Of each plot: its holder, how he stood, and how many wanted it."""
    wanted = dict.fromkeys(record.plots, 0)
    for who, one in record.applications.items():
        for plot in one["choices"]:
            wanted[plot] += record.eligible(who, plot)
    expected = []
    for plot in record.plots:
        who = record.holder.get(plot, "")
        row: Line = {"plot": plot, "holder": who or None, "applicants": wanted[plot]}
        row["tier"] = record.priority(who, plot)[0] if who else None
        row["score"] = record.applications[who]["score"] if who else None
        row["draw_number"] = record.numbers[who] if who else None
        expected.append(row)
    same_lines("cutoffs.jsonl", expected, record.cutoffs)
    return "as the holders' standing"


def check_previous(record: Record, path: str) -> str:
    """The older record is the one that the manifest names, of the same call and an earlier run."""
    older = read_container(path)
    check_hashes(older)
    stated, before = sha256(older["manifest.json"]), parse(older["manifest.json"], "manifest.json")
    need(record.manifest["previous"] == stated, "the manifest names another previous run than %s" % stated)
    need(before["call"] == record.manifest["call"], "the previous record is of another call")
    need(before["run"] < record.manifest["run"], "the previous run has no smaller number")
    return "run %d, manifest %s" % (before["run"], stated)


# -- One person's explanation -----------------------------------------------------------------------------


def explain(record: Record, who: str) -> Iterable[str]:
    """In words: what became of each plot somebody listed, and why."""
    one = record.applications[who]
    queues = {row["plot"]: row["queue"] for row in record.waiting}
    yield "%s: draw number %d of %d" % (who, record.numbers[who], len(record.numbers))
    decided = False
    for place, plot in enumerate(one["choices"], 1):
        if plot == record.held.get(who):
            decided, line = True, "yours."
        elif not record.eligible(who, plot):
            line = "not for your trade (%s); for %s." % (one["trade"], ", ".join(record.plots[plot]["trades"]))
        elif decided:
            line = "not asked for, because you hold one you ranked higher."
        else:
            line = "not yours. %s You are number %d in its queue." % (
                reason(record, who, record.holder[plot], plot),
                queues[plot].index(who) + 1,
            )
        yield "  %d. %s: %s" % (place, plot, line)


def reason(record: Record, who: str, other: str, plot: str) -> str:
    """The first part of the priority that decided between two people."""
    one, two = record.applications[who], record.applications[other]
    mine, theirs = record.priority(who, plot), record.priority(other, plot)
    part = next(i for i in range(len(mine)) if mine[i] != theirs[i])
    if part == 0:
        return "It is kept first for the group %s." % record.plots[plot]["reserved_for"]
    if part == len(mine) - 1:
        return "All else is equal; draw number %d came before your %d." % (theirs[-1], mine[-1])
    if record.rules["mode"] == "DIRECT":
        return "The holder submitted at %s, you at %s." % (two["submitted_at"], one["submitted_at"])
    if record.rules["mode"] == "AUCTION":
        return "The holder's amount is %d rials, yours %d." % (two["amount"], one["amount"])
    values = (hundredths(-theirs[part]), hundredths(-mine[part]))
    if part == 1:
        return "The holder's score is %s, yours %s." % values
    criterion = record.rules["tie_break"][part - 2]
    return "Same score; the holder's points for %s are %s, yours %s." % (criterion, *values)


def hundredths(value: int) -> str:
    """Points as people write them: 8350 is 83.50."""
    return "%d.%02d" % divmod(value, 100)


# -- The command ------------------------------------------------------------------------------------------

CHECKS: Tuple[Tuple[str, Callable[[Record], str]], ...] = (
    ("rules", check_rules),
    ("list", check_list),
    ("scores", check_scores),
    ("seed", check_seed),
    ("draw numbers", check_draw_numbers),
    ("matching", check_matching),
    ("no justified envy", check_envy),
    ("waiting lists", check_waiting),
    ("cut-offs", check_cutoffs),
)


def verify(
    path: str, manifest: Optional[str], previous: Optional[str], me: Optional[str], say: Callable[[str], Any]
) -> bool:
    """Run every check, telling each by `say`; False at the first that fails."""
    name = "container"

    def passed(detail: str) -> None:
        """Tell that the check of this name held, and what was compared."""
        say("ok     %s: %s" % (name, detail))

    try:
        files = read_container(path)
        passed("%d files, written as the format requires" % len(files))
        name = "hashes"
        passed(check_hashes(files))
        if manifest is not None:
            name = "manifest"
            need(sha256(files["manifest.json"]) == manifest.lower(), "not the one you gave: " + show(manifest))
            passed("the one you gave")
        name = "canonical form"
        record = Record(files)
        passed("every file and line is written in the one possible way")
        for title, check in CHECKS:
            name = title
            passed(check(record))
        if previous is not None:
            name = "previous run"
            passed(check_previous(record, previous))
        if me is not None:
            name = "explanation"
            need(me in record.applications, "there is no application " + show(me))
            for line in explain(record, me):
                say(line)
    except Wrong as found:
        say("WRONG  %s: %s" % (name, found))
        return False
    except Exception as surprise:  # a hostile file must not end in a traceback
        say("WRONG  %s: cannot be read as a record (%s)" % (name, type(surprise).__name__))
        return False
    say("OK     the record is exactly what its rules, its list and the draw give")
    return True


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """What the command line asks; 0 when the record is right, 1 when it is not."""
    parser = argparse.ArgumentParser(description="Check a published allocation record.")
    parser.add_argument("record", help="the record, a ZIP file")
    parser.add_argument("--manifest", metavar="SHA256", help="what the manifest's SHA-256 must be")
    parser.add_argument("--previous", metavar="ZIP", help="the record of the run before this one")
    parser.add_argument("--me", metavar="APPLICATION", help="explain the result of one application")
    given = parser.parse_args(arguments)
    try:
        passed = verify(given.record, given.manifest, given.previous, given.me, print)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough, as in "verify.py record.zip | head -1"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
