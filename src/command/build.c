/* SPDX-License-Identifier: MIT */
#include "command/command.h"

int
command_build (int argc, char **argv)
{
  (void) argc;
  (void) argv;
  return EXIT_SYSTEM;
}
