"""Options that several commands take, once."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from catalogue.wording import cli as words
from catalogue.wording import cluster as cluster_words
from consolidate import WAIT_SECONDS

RoundFolder: TypeAlias = Annotated[Path, typer.Argument(metavar="DIR", help=words.ROUND_ARGUMENT)]
Wait: TypeAlias = Annotated[float, typer.Option("--wait", metavar="SECONDS", min=0, help=words.WAIT_OPTION)]
Json: TypeAlias = Annotated[bool, typer.Option("--json", help=words.JSON_OPTION)]
Why: TypeAlias = Annotated[str, typer.Option("--why", help=words.WHY_OPTION)]
By: TypeAlias = Annotated[str, typer.Option("--by", help=words.BY_OPTION)]
UnitName: TypeAlias = Annotated[str, typer.Argument(metavar="UNIT", help=words.UNIT_ARGUMENT)]
Cluster: TypeAlias = Annotated[str, typer.Option("--cluster", metavar="ADDRESS", help=cluster_words.OPTION)]

DEFAULT_WAIT = WAIT_SECONDS

FINDINGS = 1
"""The exit code of a command that found something to see to."""
