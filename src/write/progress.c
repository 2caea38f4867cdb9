/* SPDX-License-Identifier: MIT */
#include "write/progress.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define REDRAW_US   (G_USEC_PER_SEC / 10)
#define WIDTH_USUAL 80
#define BAR_LEAST   10
#define BAR_MOST    40

struct Progress {
  char *label;
  guint total;
  gint done;   /* atomic */
  GMutex line; /* held by the thread that draws; the others do not wait for it */
  gint64 next_us;
  gboolean is_terminal;
};

Progress *
progress_new (const char *label, guint total)
{
  Progress *progress = g_new0 (Progress, 1);
  progress->label = g_strdup (label);
  progress->total = total;
  progress->is_terminal = isatty (STDERR_FILENO) == 1;
  g_mutex_init (&progress->line);
  return progress;
}

char *
progress_line (const char *label, guint done, guint total, guint width)
{
  guint shown = MIN (done, total);
  g_autofree char *figures = g_strdup_printf (" %u/%u", shown, total);
  glong taken = g_utf8_strlen (label, -1) + g_utf8_strlen (figures, -1);

  /* Without room for a bar the figures alone say it; without room for these, the percentage. */
  if (taken + BAR_LEAST + 3 > (glong) width) {
    if (taken <= (glong) width)
      return g_strconcat (label, figures, NULL);
    return width < 4 ? g_strdup ("")
                     : g_strdup_printf ("%u%%", total ? (guint) (shown * 100ull / total) : 100);
  }
  guint bar = MIN (width - (guint) taken - 3, BAR_MOST);
  guint full = total ? (guint) ((guint64) bar * shown / total) : bar;
  GString *line = g_string_new (label);
  g_string_append (line, " [");
  for (guint i = 0; i < bar; i++)
    g_string_append_c (line, i < full ? '#' : '.');
  g_string_append_c (line, ']');
  g_string_append (line, figures);
  return g_string_free (line, FALSE);
}

static guint
terminal_width (void)
{
  struct winsize size;
  if (ioctl (STDERR_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col == 0)
    return WIDTH_USUAL;
  return size.ws_col;
}

/* To the start of the line, the text, wipe the rest: a shorter line leaves nothing of a longer one.
 */
static void
draw (const char *line)
{
  fprintf (stderr, "\r%s\033[K", line);
  fflush (stderr);
}

void
progress_step (Progress *progress)
{
  if (progress == NULL)
    return;
  guint done = (guint) g_atomic_int_add (&progress->done, 1) + 1;
  if (!progress->is_terminal || !g_mutex_trylock (&progress->line))
    return;
  gint64 now_us = g_get_monotonic_time ();
  if (now_us >= progress->next_us) {
    progress->next_us = now_us + REDRAW_US;
    /* The last column stays free: some terminals wrap when it is written. */
    g_autofree char *line =
      progress_line (progress->label, done, progress->total, terminal_width () - 1);
    draw (line);
  }
  g_mutex_unlock (&progress->line);
}

void
progress_free (Progress *progress)
{
  if (progress == NULL)
    return;
  if (progress->is_terminal && progress->next_us > 0)
    draw ("");
  g_mutex_clear (&progress->line);
  g_free (progress->label);
  g_free (progress);
}
