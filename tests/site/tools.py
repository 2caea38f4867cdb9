# SPDX-License-Identifier: MIT
"""What tests of pages ask of npm."""
import shutil
import subprocess


def install(tools, *wanted):
    """Whether npm has put these below `tools`."""
    tools.mkdir(parents=True, exist_ok=True)
    if all((tools / "node_modules" / (name[:1] + name[1:].split("@")[0])).exists() for name in wanted):
        return True
    return bool(shutil.which("npm")) and subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", *wanted], cwd=tools,
                                                        capture_output=True).returncode == 0
