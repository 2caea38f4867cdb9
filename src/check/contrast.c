/* SPDX-License-Identifier: MIT */
#include "check/contrast.h"

#include "base/colour_name.h"
#include "base/i18n.h"
#include "check/style.h"
#include "model/palette.h"

#include <stdio.h>
#include <string.h>

/* “#rrggbb”; empty: not said, or nothing that can be judged. */
typedef char Colour[8];

typedef struct {
  Colour letters, ground;
} Pair;

/* “#abc”, “#aabbcc”, “rgb(170, 187, 204)”, “teal”; `value` is in small letters. */
static gboolean
read_colour (const char *value, Colour colour)
{
  guint red, green, blue;
  int end = 0;

  if (colour_is_good (value)) {
    memcpy (colour, value, sizeof (Colour));
    return TRUE;
  }
  if (*value == '#' && strlen (value) == strlen ("#rgb")
      && strspn (value + 1, "0123456789abcdef") == strlen ("rgb")) {
    g_snprintf (colour, sizeof (Colour), "#%c%c%c%c%c%c", value[1], value[1], value[2], value[2],
                value[3], value[3]);
    return TRUE;
  }
  if (sscanf (value, "rgb(%3u%*[, ]%3u%*[, ]%3u )%n", &red, &green, &blue, &end) == 3 && end > 0
      && value[end] == '\0' && red <= 255 && green <= 255 && blue <= 255) {
    g_snprintf (colour, sizeof (Colour), "#%02x%02x%02x", red, green, blue);
    return TRUE;
  }
  guint32 rgb;
  if (!colour_name_find (value, strlen (value), &rgb))
    return FALSE;
  g_snprintf (colour, sizeof (Colour), "#%06x", rgb);
  return TRUE;
}

/* Takes “name: value” into `pair`; the last one counts. TRUE when it says one of the two. */
static gboolean
take_declaration (const char *p, const char *end, Pair *pair)
{
  g_autofree char *name = style_take_name (&p, end);
  char *target = g_strcmp0 (name, "color") == 0 ? pair->letters
                 : g_strcmp0 (name, "background") == 0 || g_strcmp0 (name, "background-color") == 0
                   ? pair->ground
                   : NULL;

  while (p < end && g_ascii_isspace (*p))
    p++;
  if (target == NULL || p == end || *p != ':')
    return FALSE;
  g_autofree char *value = g_ascii_strdown (p + 1, end - p - 1);
  char *important = strchr (value, '!');
  if (important)
    *important = '\0';
  if (!read_colour (g_strstrip (value), target))
    *target = '\0';
  return TRUE;
}

static void
judge (const Source *style, const Pair *pair, const char *at, Report *report)
{
  double contrast = *pair->letters && *pair->ground ? colour_contrast (pair->letters, pair->ground)
                                                    : READABLE_CONTRAST;

  if (contrast < READABLE_CONTRAST)
    report_warning (report, style, source_place (style, (gsize) (at - style->text)),
                    _ ("choose colours further apart"),
                    _ ("the contrast of “%s” on “%s” is %.1f, at least 4.5 is needed to be read"),
                    pair->letters, pair->ground, contrast);
}

void
contrast_check (const Source *style, Report *report)
{
  const char *end = style->text + style->length, *said = NULL;
  Pair pair = { "", "" };

  for (const char *p = style->text; p < end;) {
    const char *behind = style_skip (p, end);
    if (behind > p || g_ascii_isspace (*p) || *p == ';') {
      p = MAX (behind, p + 1);
      continue;
    }
    if (*p == '{' || *p == '}') {
      if (*p == '}' && said)
        judge (style, &pair, said, report);
      pair = (Pair){ "", "" };
      said = NULL;
      p++;
      continue;
    }
    const char *stop = style_piece_end (p, end);
    if ((stop == end || *stop != '{') && take_declaration (p, stop, &pair))
      said = p;
    p = stop;
  }
}
