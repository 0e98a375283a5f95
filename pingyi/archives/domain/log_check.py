"""The little program in the package that checks the log with Python alone. It is read by people: plain and short."""

LOG_CHECK_PROGRAM = '''\
"""核对办事记录：python3 check_log.py 。只用Python自带的模块，只读文件，不改任何东西。"""

import hashlib
import json
from pathlib import Path

here = Path(__file__).resolve().parent
facts = json.loads((here.parent / "manifest.json").read_text("utf-8"))
institution, log = facts["origin"]["institution_id"], facts["log"]


def sha256(value):
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def salted(payload):
    text = json.dumps(payload["body"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256((payload["salt"] + text).encode()).hexdigest()


previous, expected, wrong = log["before"], log["first"], 0
for number, raw in enumerate((here / "log.jsonl").read_text("utf-8").split("\\n")[:-1], start=1):
    line = json.loads(raw)
    parts = [institution, line["sequence"], line["verb"], line["actor_id"], *line["subject"]]
    parts += [line["recorded_at"], line["payload_digest"], line["previous_hash"]]
    payload = line.get("payload")
    good = line["sequence"] == expected and line["previous_hash"] == previous and line["hash"] == sha256(parts)
    if not good or (payload and salted(payload) != line["payload_digest"]):
        wrong += 1
        print(f"第{number}行对不上")
    previous, expected = line["hash"], expected + 1
if expected - log["first"] != log["lines"] or previous != log["head"]:
    wrong += 1
    print("少了行，或者最后一行和目录写的不一样")
print("办事记录对不上" if wrong else f"办事记录{log['lines']}行，前后相接，没有改过")
raise SystemExit(1 if wrong else 0)
'''
