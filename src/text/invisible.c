/* SPDX-License-Identifier: MIT */
#include "text/invisible.h"

#include "base/block.h"
#include "base/i18n.h"

#include <string.h>

typedef enum { SEEN, UNSEEN, TURNING } Sight;

/* Unicode: Default_Ignorable_Code_Point without variation selectors, which belong to pictures; and
 * of Bidi_Control those that turn the text around rather than mark a place. */
static const struct {
  gunichar first, last;
  Sight sight;
} ranges[] = {
  { 0xAD, 0xAD, UNSEEN },       { 0x34F, 0x34F, UNSEEN },     { 0x61C, 0x61C, UNSEEN },
  { 0x115F, 0x1160, UNSEEN },   { 0x17B4, 0x17B5, UNSEEN },   { 0x180B, 0x180F, UNSEEN },
  { 0x200B, 0x200F, UNSEEN },   { 0x202A, 0x202E, TURNING },  { 0x2060, 0x2065, UNSEEN },
  { 0x2066, 0x2069, TURNING },  { 0x206A, 0x206F, UNSEEN },   { 0x3164, 0x3164, UNSEEN },
  { 0xFEFF, 0xFEFF, UNSEEN },   { 0xFFA0, 0xFFA0, UNSEEN },   { 0xFFF9, 0xFFFB, UNSEEN },
  { 0x1BCA0, 0x1BCA3, UNSEEN }, { 0x1D173, 0x1D17A, UNSEEN }, { 0xE0000, 0xE0FFF, UNSEEN },
};

static Sight
sight_of (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges) && letter >= ranges[i].first; i++)
    if (letter <= ranges[i].last)
      return ranges[i].sight;
  return SEEN;
}

/* For each byte from `p` on, whether one of the characters above may begin with it. */
static inline Block
candidates (const char *p)
{
  Block first = block_at (p), second = block_at (p + 1), third = block_at (p + 2);

  return (Block) ((first == 0xC2) & (second == 0xAD)) | (Block) ((first == 0xE1) & (second < 0xB8))
         | (Block) ((first == 0xE2) & (second < 0x82) & ((third < 0x90) | (third >= 0xA0)))
         | (Block) ((first == 0xCD) | (first == 0xD8) | (first == 0xE3) | (first >= 0xEF));
}

/* Whether candidates() has to be asked: not for ASCII and the letters of Vietnamese, which begin
 * with C3 to C6 and with E1 BA and E1 BB. */
static inline Block
doubts (const char *p)
{
  Block first = block_at (p), second = block_at (p + 1);

  return (Block) (first > 0xE1) | (Block) ((Block) (first - 0xC7) < 0xE1 - 0xC7)
         | (Block) (first == 0xC2) | ((Block) (first == 0xE1) & (Block) (second < 0xB8));
}

/* The first byte with which one of the characters above may begin, or `end`. All text there is goes
 * through here, hence the blocks, two at a time. */
static const char *
find_candidate (const char *p, const char *end)
{
  for (; end - p > 2 * BLOCK_LENGTH + 1; p += 2 * BLOCK_LENGTH) {
    if (block_first (doubts (p) | doubts (p + BLOCK_LENGTH)) == BLOCK_LENGTH)
      continue;
    for (guint i = 0; i < 2; i++) {
      guint n = block_first (candidates (p + i * BLOCK_LENGTH));
      if (n < BLOCK_LENGTH)
        return p + i * BLOCK_LENGTH + n;
    }
  }
  while (p < end && (guchar) *p < 0xC2)
    p++;
  return p;
}

static const char *
find_between (const char *p, const char *end)
{
  for (; (p = find_candidate (p, end)) < end; p = g_utf8_next_char (p))
    if (sight_of (g_utf8_get_char (p)) != SEEN)
      return p;
  return NULL;
}

const char *
invisible_find (const char *text)
{
  return find_between (text, text + strlen (text));
}

/* The joiner of a picture made of several. */
static gboolean
joins_pictures (const char *text, const char *p)
{
  if (g_utf8_get_char (p) != 0x200D || p == text)
    return FALSE;
  gunichar before = g_utf8_get_char (g_utf8_prev_char (p));
  gunichar after = g_utf8_get_char (g_utf8_next_char (p));
  return (before >= 0x2190 || before == 0xFE0F) && after >= 0x2190 && !g_unichar_isalpha (before)
         && !g_unichar_isalpha (after);
}

static gboolean
is_space (const char *p)
{
  return *p == '\0' || g_ascii_isspace (*p);
}

/* TRUE when the word around `p` is an address, or `p` stands between digits. */
static gboolean
is_in_address (const char *text, const char *p)
{
  const char *after = p;
  while (sight_of (g_utf8_get_char (after)) != SEEN)
    after = g_utf8_next_char (after);
  const char *start = p, *end = after;
  while (start > text && !is_space (start - 1))
    start--;
  while (!is_space (end))
    end++;
  if (p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (*after))
    return TRUE;
  g_autofree char *word = g_strndup (start, end - start);
  g_autofree char *small = g_ascii_strdown (word, -1);
  /* Before and after an address is not in it. */
  if (p == start || end == after)
    return FALSE;
  return strstr (small, "://") || strchr (small, '@') || strstr (small, "www.")
         || strstr (small, "tel:") || strstr (small, ".vn") || strstr (small, ".com")
         || strstr (small, ".net") || strstr (small, ".org");
}

/* The text that is cleaned. */
typedef struct {
  const Source *source;
  const Place *place; /* of all of it; NULL: each character has its own */
  gboolean is_untrusted;
  guint last_line; /* for which something was said */
  Report *report;
} Cleaning;

static void
report_character (Cleaning *cleaning, const char *text, const char *p)
{
  const Source *source = cleaning->source;
  Place place = cleaning->place ? *cleaning->place : source_place (source, p - text);
  guint letter = g_utf8_get_char (p);

  if (sight_of (letter) == TURNING)
    report_error (cleaning->report, source, place, _ ("delete the line and type it anew"),
                  _ ("a character that turns the direction of the text around (U+%04X)"), letter);
  else if (is_in_address (text, p))
    report_error (cleaning->report, source, place,
                  _ ("type the number or address anew; do not paste it"),
                  _ ("an invisible character in a number or an address (U+%04X)"), letter);
  else if (place.line != cleaning->last_line)
    report_suspicion (cleaning->report, cleaning->is_untrusted, source, place,
                      _ ("it is left out; type the words around it anew"),
                      _ ("an invisible character (U+%04X)"), letter);
  cleaning->last_line = place.line;
}

/* What is left of `text`, of which `next` is the first invisible character. */
static GString *
clean (Cleaning *cleaning, const char *text, gsize length, const char *next)
{
  const char *end = text + length;
  const char *from = text;
  GString *seen = g_string_sized_new (length);

  for (; next; next = find_between (g_utf8_next_char (next), end)) {
    if (joins_pictures (text, next))
      continue;
    report_character (cleaning, text, next);
    g_string_append_len (seen, from, next - from);
    from = g_utf8_next_char (next);
  }
  g_string_append_len (seen, from, end - from);
  return seen;
}

Source *
invisible_clean (Source *source_take, gboolean is_untrusted, Report *report)
{
  const char *text = source_take->text;
  const char *next = find_between (text, text + source_take->length);
  if (next == NULL)
    return source_take;

  g_autoptr (Source) source = source_take;
  Cleaning cleaning = { source, NULL, is_untrusted, 0, report };
  GString *seen = clean (&cleaning, text, source->length, next);
  gsize length = seen->len;
  return source_new_take (source->path, g_string_free (seen, FALSE), length);
}

char *
invisible_clean_piece (const char *text, gboolean is_untrusted, const Source *source, Place place,
                       Report *report)
{
  const char *next = invisible_find (text);
  if (next == NULL)
    return NULL;
  Cleaning cleaning = { source, &place, is_untrusted, 0, report };
  return g_string_free (clean (&cleaning, text, strlen (text), next), FALSE);
}
