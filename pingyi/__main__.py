"""`python -m pingyi VERB …`"""

import sys

from pingyi.doors.cli.main import main

sys.exit(main(sys.argv[1:]))
