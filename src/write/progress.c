/* SPDX-License-Identifier: MIT */
#include "write/progress.h"

#include "base/i18n.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define REDRAW_US   (G_USEC_PER_SEC / 10)
#define WIDTH_USUAL 80
#define BAR_LEAST   10
#define BAR_MOST    20
#define NAME_LEAST  12
#define SETTLED_US  (2 * G_USEC_PER_SEC) /* what came first tells little of the rest */

struct Progress {
  char *label;
  guint total;
  gint done;   /* atomic */
  GMutex line; /* held by the thread that draws; the others do not wait for it */
  gint64 begun_us, next_us;
  gboolean is_terminal;
};

Progress *
progress_new (const char *label, guint total)
{
  Progress *progress = g_new0 (Progress, 1);
  progress->label = g_strdup (label);
  progress->total = total;
  progress->begun_us = g_get_monotonic_time ();
  progress->is_terminal = isatty (STDERR_FILENO) == 1;
  g_mutex_init (&progress->line);
  return progress;
}

/* " 3/4", and `with_left`, where it is known, ", 1:05 left". */
static char *
figures (const ProgressState *state, gboolean with_left)
{
  guint done = MIN (state->done, state->total);

  if (!with_left || state->seconds_left == 0)
    return g_strdup_printf (" %u/%u", done, state->total);
  return g_strdup_printf (_ (" %u/%u, %u:%02u left"), done, state->total, state->seconds_left / 60,
                          state->seconds_left % 60);
}

static void
append_bar (GString *line, const ProgressState *state, guint width)
{
  guint done = MIN (state->done, state->total);
  guint full = state->total ? (guint) ((guint64) width * done / state->total) : width;

  g_string_append (line, " [");
  for (guint i = 0; i < width; i++)
    g_string_append_c (line, i < full ? '#' : '.');
  g_string_append_c (line, ']');
}

/* The end of `name`, which says more than its beginning. */
static void
append_name (GString *line, const char *name, glong room)
{
  glong length = g_utf8_strlen (name, -1);

  if (length <= room)
    g_string_append_printf (line, " %s", name);
  else
    g_string_append_printf (line, " …%s", g_utf8_offset_to_pointer (name, length - room + 1));
}

static char *
bare_line (const ProgressState *state, guint width)
{
  g_autofree char *plain = figures (state, FALSE);
  guint done = MIN (state->done, state->total);

  if (g_utf8_strlen (state->label, -1) + g_utf8_strlen (plain, -1) <= (glong) width)
    return g_strconcat (state->label, plain, NULL);
  return width < 4 ? g_strdup ("")
                   : g_strdup_printf (
                     "%u%%", state->total ? (guint) (done * 100ull / state->total) : 100);
}

char *
progress_line (const ProgressState *state, guint width)
{
  g_autofree char *all = figures (state, TRUE);
  glong room = (glong) width - g_utf8_strlen (state->label, -1) - g_utf8_strlen (all, -1);

  if (room < 0)
    return bare_line (state, width);
  GString *line = g_string_new (state->label);
  glong bar = MIN (room - 3, BAR_MOST);
  if (bar >= BAR_LEAST) {
    append_bar (line, state, (guint) bar);
    room -= bar + 3;
  }
  g_string_append (line, all);
  if (state->what && bar == BAR_MOST && room > NAME_LEAST)
    append_name (line, state->what, room - 1);
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

static guint
seconds_left (const Progress *progress, guint done, gint64 now_us)
{
  gint64 taken_us = now_us - progress->begun_us;

  if (taken_us < SETTLED_US || done >= progress->total)
    return 0;
  return (guint) ((double) taken_us / done * (progress->total - done) / G_USEC_PER_SEC);
}

void
progress_step (Progress *progress, const char *what)
{
  if (progress == NULL)
    return;
  guint done = (guint) g_atomic_int_add (&progress->done, 1) + 1;
  if (!progress->is_terminal || !g_mutex_trylock (&progress->line))
    return;
  gint64 now_us = g_get_monotonic_time ();
  if (now_us >= progress->next_us) {
    const ProgressState state = { progress->label, done, progress->total,
                                  seconds_left (progress, done, now_us), what };
    progress->next_us = now_us + REDRAW_US;
    /* The last column stays free: some terminals wrap when it is written. */
    g_autofree char *line = progress_line (&state, terminal_width () - 1);
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
