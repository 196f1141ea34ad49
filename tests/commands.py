"""Run the command line as a user does: in a process of its own."""

import json
import subprocess
import sys


def run(*arguments, catalogue=None):
    """Return the finished process of one command."""
    options = ["--catalogue", str(catalogue)] if catalogue else []
    command = [sys.executable, "-X", "utf8", "-c", "import cli; cli.main()", *options, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def ask(*arguments, catalogue=None):
    """Return what a command answers with --json."""
    done = run(*arguments, "--json", catalogue=catalogue)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)
