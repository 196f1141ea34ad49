"""What VBA and the Start menu start: `python -I -m addin COMMAND …`."""

import sys

from addin.launch import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
