/* SPDX-License-Identifier: MIT */
#include "write/interrupt.h"

#include "../support.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* A child that is sent `n` signals; its wait status. It exits with 7 when it was asked to stop. */
static int
signalled (int number, guint n)
{
  pid_t child = fork ();
  int status;
  if (child == 0) {
    interrupt_catch_signals ();
    if (interrupt_is_requested ())
      _exit (1);
    for (guint i = 0; i < n; i++)
      raise (number);
    _exit (interrupt_is_requested () ? 7 : 0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status;
}

static void
test_signals (void)
{
  static const int numbers[] = { SIGINT, SIGTERM };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_assert_cmpint (WEXITSTATUS (signalled (numbers[i], 0)), ==, 0);
    int once = signalled (numbers[i], 1), twice = signalled (numbers[i], 2);
    g_assert_true (WIFEXITED (once) && WEXITSTATUS (once) == 7);
    g_assert_true (WIFSIGNALED (twice) && WTERMSIG (twice) == numbers[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/write/interrupt/signals", test_signals);
  return g_test_run ();
}
