/* SPDX-License-Identifier: MIT */
#include "load/plain_lines.h"

#include "base/append.h"

#include <string.h>

#define NO_BREAK "\xC2\xA0"

typedef struct {
  const char *start, *end; /* without its line end */
} Line;

static const char *
skip_spaces (const char *p, const char *end)
{
  for (;;) {
    if (p < end && (*p == ' ' || *p == '\t'))
      p++;
    else if (end - p >= 2 && memcmp (p, NO_BREAK, 2) == 0)
      p += 2;
    else
      return p;
  }
}

/* As many spaces as there are characters. */
static void
append_spaces (GString *out, const char *p, const char *end)
{
  for (; p < end; p = g_utf8_next_char (p))
    g_string_append_c (out, ' ');
}

static gboolean
is_item (const Line *line)
{
  const char *text = skip_spaces (line->start, line->end);
  return text < line->end && *text == '-';
}

/* The colon behind the key of a line, or NULL. */
static const char *
find_colon (const Line *line)
{
  const char *colon = memchr (line->start, ':', line->end - line->start);

  if (colon == NULL || *line->start == '"' || *line->start == '\'')
    return NULL;
  return skip_spaces (colon + 1, line->end) > colon + 1 || colon + 1 == line->end ? colon : NULL;
}

static gboolean
is_named (const char *start, const char *end, const char *const *keys)
{
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  gsize length = (gsize) (end - start);
  for (; *keys; keys++)
    if (**keys == *start && strncmp (*keys, start, length) == 0 && (*keys)[length] == '\0')
      return TRUE;
  return FALSE;
}

/* Opens with a mark of YAML that the end of the line does not answer. */
static gboolean
opens_mark (const char *start, const char *end)
{
  static const char pairs[] = "[]{}\"\"''";

  for (const char *pair = pairs; *pair; pair += 2)
    if (*start == *pair)
      return end - start < 2 || end[-1] != pair[1];
  return strchr ("#&*!%@`", *start) != NULL;
}

/* “: ” and “ #” within, or a colon at the end. */
static gboolean
has_mark (const char *start, const char *end)
{
  for (const char *p = start; (p = memchr (p, ':', end - p)) != NULL; p++)
    if (p + 1 == end || p[1] == ' ')
      return TRUE;
  for (const char *p = start; (p = memchr (p, '#', end - p)) != NULL; p++)
    if (p > start && p[-1] == ' ')
      return TRUE;
  return FALSE;
}

/* TRUE for a text YAML would cut, refuse or take for something else. */
static gboolean
needs_quotes (const char *start, const char *end)
{
  if (start == end)
    return FALSE;
  gboolean is_yaml = strchr ("\"'[{|>", *start) != NULL;
  if (!opens_mark (start, end) && (is_yaml || !has_mark (start, end)))
    return FALSE;
  for (const char *p = start; p < end; p++)
    if ((guchar) *p < ' ' || *p == 0x7f)
      return FALSE; /* told where it stands */
  return TRUE;
}

static void
append_quoted (GString *out, const char *start, const char *end)
{
  g_string_append_c (out, '\'');
  for (const char *p = start; p < end; p++) {
    if (*p == '\'')
      g_string_append_c (out, '\'');
    g_string_append_c (out, *p);
  }
  g_string_append_c (out, '\'');
}

static const char *
trim_end (const char *start, const char *end)
{
  while (end > start && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  return end;
}

/* The end of the key of a line, which begins at `start`. */
static const char *
trim_key (const char *start, const char *colon)
{
  for (const char *end = colon;; end -= strlen (NO_BREAK)) {
    end = trim_end (start, end);
    if (end - start < 2 || memcmp (end - 2, NO_BREAK, 2) != 0)
      return end;
  }
}

static void
append_value (GString *out, const char *text, const char *line_end, gboolean may_quote)
{
  const char *end = trim_end (text, line_end);

  if (may_quote && needs_quotes (text, end))
    append_quoted (out, text, end);
  else
    append_piece (out, text, line_end - text);
}

/* “key: text”, or a line of a list, which belongs to one of `keys` when `is_listed`. */
static void
append_line (GString *out, const Line *line, const char *const *keys, gboolean goes_on,
             gboolean is_listed)
{
  const char *text = skip_spaces (line->start, line->end);
  const char *colon = find_colon (line);

  append_spaces (out, line->start, text);
  if (is_item (line)) {
    const char *item = skip_spaces (text + 1, line->end);
    g_string_append_c (out, '-');
    append_spaces (out, text + 1, item);
    append_value (out, item, line->end, is_listed && item > text + 1 && !goes_on);
    return;
  }
  if (colon == NULL || colon < text) {
    append_piece (out, text, line->end - text);
    return;
  }
  const char *value = skip_spaces (colon + 1, line->end);
  const char *key_end = trim_key (text, colon);
  append_piece (out, text, key_end - text);
  append_spaces (out, key_end, colon);
  g_string_append_c (out, ':');
  append_spaces (out, colon + 1, value);
  append_value (out, value, line->end,
                text == line->start && !goes_on && is_named (text, colon, keys));
}

/* TRUE for “nơi nhận:” and nothing behind it. */
static gboolean
opens_list (const Line *line, const char *const *keys)
{
  const char *colon = find_colon (line);
  return colon && skip_spaces (colon + 1, line->end) == line->end
         && is_named (line->start, colon, keys);
}

GString *
plain_lines_quote (const char *text, gsize length, const char *const *keys)
{
  GString *out = g_string_sized_new (length + 16);
  const char *end = text + length;
  gboolean is_listed = FALSE;

  for (const char *start = text; start < end;) {
    const char *stop = memchr (start, '\n', end - start);
    Line line = { start, stop ? stop : end };
    /* A text that goes on in the next line is YAML's own way. */
    gboolean goes_on = stop && stop + 1 < end && (stop[1] == ' ' || stop[1] == '\t');
    if (!is_item (&line))
      is_listed = opens_list (&line, keys);
    append_line (out, &line, keys, goes_on, is_listed);
    if (stop)
      g_string_append_c (out, '\n');
    start = stop ? stop + 1 : end;
  }
  return out;
}
