/* SPDX-License-Identifier: MIT */
/* What is read is made good here, once: UTF-8, lines that end in LF, letters composed. Everybody
 * else may then compare bytes, count lines as cmark and libyaml do, and look at text[length]. Each
 * file goes through here in full, so the two loops over all bytes (find_bad_byte() and the search
 * for CR) take sixteen at a time; g_utf8_validate() takes one. */
#include "base/source.h"

#include "base/block.h"
#include "base/i18n.h"
#include "base/nfc.h"
#include "base/regular.h"

#include <string.h>

const char source_not_regular[] =
  N_ ("this is a symbolic link or a device, not a file, and is not read");

Place
source_place (const Source *source, gsize offset)
{
  const char *end = source->text + MIN (offset, source->length);
  const char *line_start = source->text;
  Place place = { 1, 1 };

  for (const char *newline; (newline = memchr (line_start, '\n', end - line_start)) != NULL;
       line_start = newline + 1)
    place.line++;
  place.col += g_utf8_strlen (line_start, end - line_start);
  return place;
}

char *
source_line (const Source *source, guint line)
{
  const char *start = source->text;
  const char *end = source->text + source->length;

  if (line == 0)
    return NULL;
  for (guint i = 1; i < line; i++) {
    const char *newline = memchr (start, '\n', end - start);
    if (newline == NULL)
      return NULL;
    start = newline + 1;
  }
  const char *newline = memchr (start, '\n', end - start);
  return g_strndup (start, (newline ? newline : end) - start);
}

Source *
source_new_take (const char *shown, char *text_take, gsize length)
{
  Source *source = g_new (Source, 1);
  source->path = g_strdup (shown);
  source->text = text_take;
  source->length = length;
  return source;
}

Source *
source_new (const char *shown, const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  return source_new_take (shown, g_strndup (text, n), n);
}

void
source_free (Source *source)
{
  if (source == NULL)
    return;
  g_free ((char *) source->path);
  g_free ((char *) source->text);
  g_free (source);
}

static inline gboolean
is_tail (guchar byte)
{
  return (byte & 0xC0) == 0x80;
}

/* How many bytes the letter at `p` has, which is not ASCII; 0 when it is none. What is cut off ends
 * in the NUL of the text. */
static inline guint
letter_length (const guchar *p)
{
  if (p[0] < 0xE0)
    return p[0] >= 0xC2 && is_tail (p[1]) ? 2 : 0;
  if (!is_tail (p[1]) || !is_tail (p[2]))
    return 0;
  if (p[0] < 0xF0)
    return (p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] >= 0xA0) ? 0 : 3;
  gboolean is_in_range =
    p[0] <= 0xF4 && (p[0] != 0xF0 || p[1] >= 0x90) && (p[0] != 0xF4 || p[1] < 0x90);
  return is_in_range && is_tail (p[3]) ? 4 : 0;
}

/* The first letter at or after `end`, or the first byte before it that is NUL or no UTF-8. */
static const char *
skip_letters (const char *from, const char *end)
{
  const guchar *p = (const guchar *) from;

  for (guint n = 1; n > 0; p += n) {
    while ((const char *) p<end && * p> 0 && *p < 0x80)
      p++;
    n = (const char *) p<end && * p> 0 ? letter_length (p) : 0;
  }
  return (const char *) p;
}

/* Letters start with 110…, 1110… or 11110…; their other bytes, the tails, with 10…, which makes
 * them less than others when they are signed. */
typedef gint8 SignedBlock __attribute__ ((vector_size (16)));
#define SIGNED(byte) ((gint8) (byte))

/* What is wrong with the bytes from `p` on, where the three before them are there to be read: 0 for
 * what is good. */
static inline Block
block_faults (const char *p)
{
  Block byte = block_at (p), before = block_at (p - 1), second = block_at (p - 2),
        third = block_at (p - 3);
  SignedBlock tail = (SignedBlock) byte;
  Block is_a_tail = (Block) ((byte & 0xC0) == 0x80);
  Block is_due = (Block) ((before & 0xC0) == 0xC0) | (Block) ((second & 0xE0) == 0xE0)
                 | (Block) ((third & 0xF0) == 0xF0);
  Block is_none = (Block) (byte == 0) | (Block) ((byte & 0xFE) == 0xC0) | (Block) (byte > 0xF4);
  Block is_too_long = ((Block) (before == 0xE0) & (Block) (tail < SIGNED (0xA0)))
                      | ((Block) (before == 0xF0) & (Block) (tail < SIGNED (0x90)));
  Block is_beyond = ((Block) (before == 0xED) & (Block) (tail > SIGNED (0x9F)))
                    | ((Block) (before == 0xF4) & (Block) (tail > SIGNED (0x8F)));
  return (is_a_tail ^ is_due) | is_none | is_too_long | is_beyond;
}

/* The first byte that is not UTF-8, or is NUL; or the end. Every byte that is read goes through
 * here: letters are looked at one by one only where blocks do not reach, or found something. */
static const char *
find_bad_byte (const char *text, gsize length)
{
  const char *end = text + length;
  const char *start = skip_letters (text, MIN (text + 3, end));
  const char *p = start;
  Block faults = { 0 };

  if (start < text + 3)
    return start;
  for (; end - p >= BLOCK_LENGTH; p += BLOCK_LENGTH)
    faults |= block_faults (p);
  if (p == start || block_first (faults) < BLOCK_LENGTH)
    return skip_letters (start, end);
  /* The last letter may go on after the last block. */
  do
    p--;
  while (is_tail (*p));
  return skip_letters (p, end);
}

/* Drops a byte order mark and makes LF of every CRLF and CR, in place; returns the new length.
 * cmark and libyaml count a CR as a line, too: whoever counts lines of this text must come to the
 * same number. */
static gsize
normalise_line_ends (char *text, gsize length)
{
  static const char bom[] = "\xEF\xBB\xBF";
  const char *in = text;
  const char *end = text + length;
  char *out = text;

  if (length >= 3 && memcmp (text, bom, 3) == 0)
    in += 3;
  else if (memchr (text, '\r', length) == NULL)
    return length;
  for (; in < end; in++) {
    if (*in == '\r' && in + 1 < end && in[1] == '\n')
      continue;
    *out++ = *in == '\r' ? '\n' : *in;
  }
  *out = '\0';
  return out - text;
}

/* TRUE when the text may hold combining marks, U+0300 to U+036F: bytes CC xx or CD 80…AF. */
static gboolean
has_combining_marks (const char *text, gsize length)
{
  if (memchr (text, 0xCC, length))
    return TRUE;
  for (const char *p = text; (p = memchr (p, 0xCD, text + length - p)) != NULL; p++)
    if ((guchar) p[1] < 0xB0)
      return TRUE;
  return FALSE;
}

Source *
source_clean (const char *shown, char *bytes_take, gsize length, GError **error)
{
  g_autofree char *text = bytes_take;
  const char *bad = find_bad_byte (text, length);

  if (bad < text + length) {
    Source so_far = { shown, text, bad - text };
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                 _ ("line %u is not UTF-8 text; save the file as “UTF-8” in your editor"),
                 source_place (&so_far, so_far.length).line);
    return NULL;
  }
  length = normalise_line_ends (text, length);
  if (has_combining_marks (text, length)) {
    char *composed = nfc_text (text, length, &length);
    g_free (g_steal_pointer (&text));
    text = composed;
  }
  return source_new_take (shown, g_steal_pointer (&text), length);
}

Source *
source_read (const char *path, const char *shown, GError **error)
{
  char *bytes;
  gsize length;

  return g_file_get_contents (path, &bytes, &length, error)
           ? source_clean (shown, bytes, length, error)
           : NULL;
}

Source *
source_read_regular (const char *path, const char *shown, GError **error)
{
  gsize length;
  char *bytes = regular_read (path, &length, error);
  return bytes ? source_clean (shown, bytes, length, error) : NULL;
}
