"""The command line: in go arguments, out come Vietnamese sentences, tables or JSON, and an exit code.

0: fine; 1: there are findings; 2: the work cannot go on.
"""

from cli.app import app, main

__all__ = ["app", "main"]
