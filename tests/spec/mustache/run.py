#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs cases of the Mustache specification, and our own in the same format, through `loa fill`.

    run.py LOA FILE.json…

A case has `name`, `template`, `data`, `partials` (optional) and `expected`. In our own files a case may
also have `strict` (true: without --lenient), `escape`, and instead of `expected` an `error`: what `loa fill`
then prints to standard error, with exit status 1 and nothing on standard output. Templates are written to
a folder as NAME.mustache, the one under test as main.mustache.
"""
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def run(loa, case):
    """Exit status, standard output and standard error of one case."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write(folder, "main.mustache", case["template"])
        write(folder, "data.json", json.dumps(case["data"], ensure_ascii=False))
        for partial, text in case.get("partials", {}).items():
            write(folder, partial + ".mustache", text)
        command = [loa, "fill", "main.mustache", "data.json"]
        if not case.get("strict"):
            command.append("--lenient")
        if "escape" in case:
            command += ["--escape", case["escape"]]
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=60,
                              env={"LC_ALL": "C.UTF-8", "LANGUAGE": ""})
        return done.returncode, done.stdout.decode(), done.stderr.decode()


def judge(case, result):
    """What is wrong with the result, or nothing."""
    wanted = (1, "", case["error"]) if "error" in case else (0, case["expected"], "")
    names = ("exit status", "output", "messages")
    return [f"{name}: expected {w!r}\n#   {' ' * len(name)}       got {r!r}"
            for name, w, r in zip(names, wanted, result) if w != r]


def main(loa, *files):
    loa = str(pathlib.Path(loa).resolve())
    cases = []
    for file in files:
        tests = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))["tests"]
        cases += [(f"{pathlib.Path(file).stem}: {case['name']}", case) for case in tests]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor() as pool:
        results = pool.map(lambda named: run(loa, named[1]), cases)
        for (name, case), result in zip(cases, results):
            faults = judge(case, result)
            print("not ok" if faults else "ok", "-", name)
            for fault in faults:
                print(f"#   template {case['template']!r}\n#   {fault}")
            failed += bool(faults)
    print(f"# {len(cases) - failed} of {len(cases)} cases pass")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
