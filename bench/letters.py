# SPDX-License-Identifier: MIT
"""letters.py FOLDER FILE.html …: each with WeasyPrint, in one process. Prints the seconds it took without its start."""
import pathlib
import sys
import time

import weasyprint

folder, pages = pathlib.Path(sys.argv[1]), sys.argv[2:]
start = time.monotonic()
for page in pages:
    weasyprint.HTML(filename=page).write_pdf(folder / (pathlib.Path(page).stem + ".pdf"))
print(time.monotonic() - start)
