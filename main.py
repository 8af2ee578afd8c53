"""Start Coprod."""

import sys

from coprod.bootstrap import main

if __name__ == "__main__":
    sys.exit(main())
