"""Load the add-in in LibreOffice and run its pure functions; runs under a Python that has `uno`.

`python uno_vba.py PIPE ADDIN_URL CALLS.json`: each call is [module, function, arguments]; the results are
printed as JSON.
"""

import contextlib
import json
import sys
from pathlib import Path

_RUN_WITHOUT_ASKING = 4
_FILTER = "Calc MS Excel 2007 VBA XML"


def main(pipe, url, calls):
    """Print what every call gives."""
    sys.path.append(str(Path(__file__).resolve().parents[1]))
    import uno  # noqa: F401 - makes the next line possible
    from com.sun.star.uno import RuntimeException
    from uno_fill import connect

    desktop = connect(pipe)
    document = desktop.loadComponentFromURL(url, "_blank", 0, _loading())
    try:
        results = [_called(document, *call) for call in json.loads(Path(calls).read_text(encoding="utf-8"))]
    finally:
        document.close(True)  # noqa: FBT003 - UNO's own signature
        with contextlib.suppress(RuntimeException):  # LibreOffice may be gone before it answers
            desktop.terminate()
    print(json.dumps(results))  # noqa: T201 - the answer


def _called(document, module, function, arguments):
    place = f"vnd.sun.star.script:VBAProject.{module}.{function}?language=Basic&location=document"
    return document.getScriptProvider().getScript(place).invoke(tuple(arguments), (), ())[0]


def _loading():
    import uno

    def value(name, content):
        made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        made.Name, made.Value = name, content
        return made

    return (
        value("Hidden", content=True),
        value("FilterName", _FILTER),
        value("MacroExecutionMode", _RUN_WITHOUT_ASKING),
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
