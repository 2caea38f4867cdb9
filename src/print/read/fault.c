/* SPDX-License-Identifier: MIT */
#include "print/read/fault.h"

#include "base/i18n.h"

guint
fault_line (const Faults *faults, const Element *element)
{
  if (faults->origin == NULL)
    return element ? element->line : 0;
  return element_origin (element);
}

static const char *
start_of_line (const Source *source, guint line)
{
  const char *start = source->text;

  for (; line > 1 && start; line--) {
    start = strchr (start, '\n');
    start = start ? start + 1 : NULL;
  }
  return start;
}

/* In the document, whose words a page has in other marks: what is not found there as it stands is
 * told at its line. */
static Place
place_of (const Faults *faults, const Element *element, const char *text)
{
  guint line = fault_line (faults, element);

  if (faults->origin == NULL || text == NULL || *text == '\0')
    return (Place){ line, 0 };
  const char *start = start_of_line (faults->origin, line);
  const char *found = start ? strstr (start, text) : NULL;
  const char *end = start && line > 0 ? strstr (start, "\n\n") : NULL;
  if (found == NULL || (end && found > end))
    return (Place){ line, 0 };
  return source_place (faults->origin, (gsize) (found - faults->origin->text));
}

void
fault_error (const Faults *faults, const Element *element, const char *text, const char *advice,
             const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  report_error (faults->report, faults->origin ? faults->origin : faults->page,
                place_of (faults, element, text), advice, "%s", message);
}

void
fault_warning (const Faults *faults, const Element *element, const char *text, const char *advice,
               const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  report_warning (faults->report, faults->origin ? faults->origin : faults->page,
                  place_of (faults, element, text), advice, "%s", message);
}

/* --- control characters --- */

/* XML 1.0, 2.2. */
static const char *
find_control (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p; p++)
    if ((*p < 0x20 && *p != '\t' && *p != '\n' && *p != '\r')
        || (p[0] == 0xef && p[1] == 0xbf && p[2] >= 0xbe))
      return (const char *) p;
  return NULL;
}

/* FALSE when there is none in `source`. */
static gboolean
report_controls (const Faults *faults, const Source *source)
{
  const char *found = find_control (source->text);

  if (found == NULL)
    return FALSE;
  for (; found && !report_is_full (faults->report, source);
       found = find_control (g_utf8_next_char (found)))
    report_error (faults->report, source, source_place (source, (gsize) (found - source->text)),
                  _ ("delete it; it often comes from Word, where it ends a line"),
                  _ ("an invisible control character (U+%04X) stands here"),
                  g_utf8_get_char (found));
  return TRUE;
}

gboolean
fault_controls (const Faults *faults)
{
  const char *found = find_control (faults->page->text);

  if (found == NULL)
    return FALSE;
  /* One that is not in the document is in the data of the site: its neighbours have to do. */
  if (!report_controls (faults, faults->origin ? faults->origin : faults->page)) {
    const char *start = g_utf8_find_prev_char (faults->page->text, found);
    for (guint i = 0; i < 20 && start && *start != '>' && *start != '\n'; i++)
      start = g_utf8_find_prev_char (faults->page->text, start);
    g_autofree char *before = start ? g_strndup (start + 1, (gsize) (found - start - 1)) : NULL;
    fault_error (faults, NULL, NULL,
                 _ ("delete it; it often comes from Word, where it ends a line"),
                 _ ("an invisible control character (U+%04X) stands behind “%s”"),
                 g_utf8_get_char (found), before ? before : "");
  }
  return TRUE;
}
