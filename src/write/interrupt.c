/* SPDX-License-Identifier: MIT */
#include "write/interrupt.h"

#include <signal.h>

/* The one mutable global of the program: a signal has no other way in. */
static volatile sig_atomic_t was_requested;

void
interrupt_request (void)
{
  was_requested = 1;
}

gboolean
interrupt_is_requested (void)
{
  return was_requested != 0;
}

static void
on_signal (G_GNUC_UNUSED int number)
{
  interrupt_request ();
  signal (SIGINT, SIG_DFL);
  signal (SIGTERM, SIG_DFL);
}

void
interrupt_catch_signals (void)
{
  signal (SIGINT, on_signal);
  signal (SIGTERM, on_signal);
}
