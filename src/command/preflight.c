/* SPDX-License-Identifier: MIT */
#include "command/preflight.h"

#include "base/compare.h"
#include "base/i18n.h"

struct Preflight {
  GMutex lock;
  GPtrArray *lines; /* char, owned; each starts with the path */
  guint n_kit_sheets, n_kit_pages;
};

Preflight *
preflight_new (void)
{
  Preflight *preflight = g_new0 (Preflight, 1);
  g_mutex_init (&preflight->lock);
  preflight->lines = g_ptr_array_new_with_free_func (g_free);
  return preflight;
}

void
preflight_free (Preflight *preflight)
{
  if (preflight == NULL)
    return;
  g_mutex_clear (&preflight->lock);
  g_ptr_array_unref (preflight->lines);
  g_free (preflight);
}

/* Which arrangement, how full, and how much there is room for. */
static void
add_fit (GString *line, const FitOutcome *fit)
{
  if (fit->fill[0] == fit->fill[1])
    g_string_append_printf (line, _ ("; arrangement %s, %u %% full"), fit->name, fit->fill[0]);
  else
    g_string_append_printf (line, _ ("; arrangement %s, %u and %u %% full"), fit->name,
                            fit->fill[0], fit->fill[1]);
  if (fit->n_room > 0)
    g_string_append_printf (line, ngettext (", room for about %u word", ", room for about %u words",
                                            fit->n_room),
                            fit->n_room);
  if (fit->no_pictures)
    g_string_append (line, _ (", pictures left out"));
}

static char *
line_of (const Output *output, const SheetFacts *facts, const FitOutcome *fit)
{
  GString *line = g_string_new (output->path);

  g_string_append_printf (line, ngettext (": %u page", ": %u pages", facts->pdf.n_pages),
                          facts->pdf.n_pages);
  for (guint i = 0; facts->pdf.fonts && i < facts->pdf.fonts->len; i++)
    g_string_append_printf (line, "%s%s", i ? ", " : "; ",
                            (const char *) facts->pdf.fonts->pdata[i]);
  if (facts->pdf.lowest_dpi > 0)
    g_string_append_printf (line, _ ("; pictures from %.0f dpi"), facts->pdf.lowest_dpi);
  if (facts->smallest_module > 0)
    g_string_append_printf (line, _ ("; QR squares of %.2f mm"), facts->smallest_module);
  if (facts->n_overfull > 0)
    g_string_append_printf (line, _ ("; overfull: %u"), facts->n_overfull);
  if (facts->n_unsafe > 0)
    g_string_append_printf (line, _ ("; at the edge: %u"), facts->n_unsafe);
  if (fit)
    add_fit (line, fit);
  return g_string_free (line, FALSE);
}

void
preflight_add (Preflight *preflight, const Output *output, const SheetFacts *facts,
               const FitOutcome *fit)
{
  char *line = output->is_kit ? NULL : line_of (output, facts, fit);

  g_mutex_lock (&preflight->lock);
  if (line)
    g_ptr_array_add (preflight->lines, line);
  else {
    preflight->n_kit_sheets++;
    preflight->n_kit_pages += facts->pdf.n_pages;
  }
  g_mutex_unlock (&preflight->lock);
}

void
preflight_print (const Preflight *preflight, FILE *stream)
{
  g_ptr_array_sort (preflight->lines, compare_texts);
  for (guint i = 0; i < preflight->lines->len; i++)
    fprintf (stream, "%s\n", (const char *) preflight->lines->pdata[i]);
  if (preflight->n_kit_sheets > 0)
    fprintf (stream, _ ("kits: %u sheets, %u pages\n"), preflight->n_kit_sheets,
             preflight->n_kit_pages);
}
