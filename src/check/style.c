/* SPDX-License-Identifier: MIT */
/* A style fetches by url(), @import and by functions that take the address as a text (image-set,
 * src). What is new in CSS next year is not known here, so functions are judged by a list of those
 * that fetch nothing. Names are compared after their escapes are undone: “u\72l(” is “url(”. */
#include "check/style.h"

#include <string.h>

static const char *const functions[] = {
  /* colours */
  "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix",
  "light-dark",
  /* numbers and other values */
  "calc", "min", "max", "clamp", "round", "mod", "rem", "sin", "cos", "tan", "abs", "sign", "var",
  "env", "attr", "counter", "counters", "format", "local", "tech",
  /* places and shapes */
  "matrix", "matrix3d", "translate", "translatex", "translatey", "translatez", "translate3d",
  "rotate", "rotatex", "rotatey", "rotatez", "rotate3d", "scale", "scalex", "scaley", "scalez",
  "scale3d", "skew", "skewx", "skewy", "perspective", "polygon", "circle", "ellipse", "inset",
  "path", "rect", "xywh", "repeat", "minmax", "fit-content", "cubic-bezier", "steps", "linear",
  /* paint */
  "blur", "brightness", "contrast", "drop-shadow", "grayscale", "hue-rotate", "invert", "opacity",
  "saturate", "sepia", "linear-gradient", "radial-gradient", "conic-gradient",
  "repeating-linear-gradient", "repeating-radial-gradient", "repeating-conic-gradient",
  /* selectors and conditions */
  "not", "is", "where", "has", "lang", "dir", "nth-child", "nth-last-child", "nth-of-type",
  "nth-last-of-type", "part", "slotted", "host", "host-context", "state", "selector", "layer",
  "style", "and", "or", NULL
};

static gboolean
is_name_byte (char byte)
{
  return g_ascii_isalnum (byte) || byte == '-' || byte == '_' || (guchar) byte >= 0x80;
}

/* “\72 ” or “\(”: what is escaped goes to `out`. */
static const char *
take_escape (const char *p, const char *end, GString *out)
{
  gunichar letter = 0;
  guint n = 0;

  for (p++; p < end && n < 6 && g_ascii_isxdigit (*p); p++, n++)
    letter = letter * 16 + g_ascii_xdigit_value (*p);
  if (n == 0) {
    if (p < end && *p != '\n')
      g_string_append_c (out, *p);
    return MIN (p + 1, end);
  }
  g_string_append_unichar (out, g_unichar_validate (letter) && letter ? letter : 0xFFFD);
  return p < end && g_ascii_isspace (*p) ? p + 1 : p;
}

char *
style_take_name (const char **p, const char *end)
{
  GString *name = g_string_new (NULL);

  while (*p < end && (is_name_byte (**p) || **p == '\\')) {
    if (**p == '\\') {
      *p = take_escape (*p, end, name);
      continue;
    }
    g_string_append_c (name, g_ascii_tolower (**p));
    (*p)++;
  }
  g_string_ascii_down (name);
  return g_string_free (name, name->len == 0);
}

/* What stands between the quotation marks of which `*p` is the first. */
static char *
take_string (const char **p, const char *end)
{
  GString *text = g_string_new (NULL);
  char mark = *(*p)++;

  while (*p < end && **p != mark && **p != '\n') {
    if (**p == '\\')
      *p = take_escape (*p, end, text);
    else
      g_string_append_c (text, *(*p)++);
  }
  if (*p < end)
    (*p)++;
  return g_string_free (text, FALSE);
}

static const char *
skip_comment (const char *p, const char *end)
{
  const char *close = g_strstr_len (p + 2, end - p - 2, "*/");
  return close ? close + 2 : end;
}

const char *
style_skip (const char *p, const char *end)
{
  if (*p == '"' || *p == '\'') {
    g_free (take_string (&p, end));
    return p;
  }
  return *p == '/' && end - p > 1 && p[1] == '*' ? skip_comment (p, end) : p;
}

/* After “url(”. */
static char *
take_url (const char **p, const char *end)
{
  while (*p < end && g_ascii_isspace (**p))
    (*p)++;
  if (*p < end && (**p == '"' || **p == '\''))
    return take_string (p, end);
  GString *url = g_string_new (NULL);
  while (*p < end && **p != ')') {
    if (**p == '\\')
      *p = take_escape (*p, end, url);
    else
      g_string_append_c (url, *(*p)++);
  }
  return g_strstrip (g_string_free (url, FALSE));
}

static gboolean
check_function (const char *name, const char **p, const char *end, StyleUrlIsGood is_good,
                gpointer data, char **culprit)
{
  if (strcmp (name, "url") != 0) {
    if (g_strv_contains (functions, name))
      return TRUE;
    *culprit = g_strdup_printf ("%s()", name);
    return FALSE;
  }
  g_autofree char *url = take_url (p, end);
  if (is_good (url, data))
    return TRUE;
  *culprit = g_strdup_printf ("url(%s)", url);
  return FALSE;
}

static gboolean
check_at_rule (const char **p, const char *end, char **culprit)
{
  (*p)++;
  g_autofree char *name = style_take_name (p, end);
  if (g_strcmp0 (name, "import") != 0)
    return TRUE;
  *culprit = g_strdup ("@import");
  return FALSE;
}

gboolean
style_check (const char *css, gsize length, StyleUrlIsGood is_good, gpointer data, char **culprit)
{
  const char *end = css + length;

  for (const char *p = css; p < end;) {
    const char *behind = style_skip (p, end);
    if (behind > p)
      p = behind;
    else if (*p == '@') {
      if (!check_at_rule (&p, end, culprit))
        return FALSE;
    } else if (is_name_byte (*p) || *p == '\\') {
      g_autofree char *name = style_take_name (&p, end);
      if (p < end && *p == '(' && name) {
        p++;
        if (!check_function (name, &p, end, is_good, data, culprit))
          return FALSE;
      }
    } else
      p++;
  }
  return TRUE;
}

/* The first of `stops` that stands in no string, comment or brackets, or `end`. */
static const char *
find_stop (const char *p, const char *end, const char *stops)
{
  guint depth = 0;

  while (p < end && !(strchr (stops, *p) && *p && depth == 0)) {
    const char *behind = style_skip (p, end);
    if (behind > p) {
      p = behind;
      continue;
    }
    depth += *p == '(';
    depth -= *p == ')' && depth > 0;
    p += *p == '\\' && end - p > 1 ? 2 : 1;
  }
  return p;
}

const char *
style_declaration_end (const char *p, const char *end)
{
  return find_stop (p, end, ";");
}

const char *
style_piece_end (const char *p, const char *end)
{
  return find_stop (p, end, ";{}");
}
