/* SPDX-License-Identifier: MIT */
#include "text/binding.h"

#include <string.h>

#define NO_BREAK_SPACE "\xC2\xA0"

typedef struct {
  const char *text;
  gsize length;
} Word;

#define WORD(text) { text, sizeof text - 1 }

/* Words that count what follows them. */
static const Word before_number[] = {
  WORD ("Điều"), WORD ("điều"), WORD ("khoản"), WORD ("Khoản"), WORD ("Mục"), WORD ("mục"), WORD ("Phần"),
  WORD ("phần"), WORD ("Chương"), WORD ("chương"), WORD ("Bước"), WORD ("bước"), WORD ("Cách"), WORD ("cách"),
  WORD ("Mức"), WORD ("mức"), WORD ("ngày"), WORD ("tháng"), WORD ("năm"), WORD ("quý"), WORD ("số"),
  WORD ("trang"), WORD ("lần"), WORD ("lục"), WORD ("Phường"), WORD ("Quận"),
};

/* Words that say what the number before them counts. */
static const Word after_number[] = {
  WORD ("đồng"), WORD ("km"), WORD ("m"), WORD ("cm"), WORD ("mm"), WORD ("kg"), WORD ("g"), WORD ("ha"),
  WORD ("tuổi"), WORD ("giờ"), WORD ("phút"), WORD ("giây"), WORD ("ngày"), WORD ("tháng"), WORD ("năm"),
  WORD ("lần"), WORD ("trang"), WORD ("bước"), WORD ("triệu"), WORD ("tỷ"), WORD ("nghìn"), WORD ("người"),
  WORD ("hộ"), WORD ("MB"), WORD ("KB"), WORD ("GB"),
};

/* TRUE when the character at `p` belongs to a word; quotation marks and the like do not, nor does the ² of m². */
static gboolean
is_word_char (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  return g_unichar_isalpha (c) || g_unichar_isdigit (c) || g_unichar_ismark (c);
}

static gboolean
ends_with_word (const char *start, const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (before_number); i++) {
    const Word *word = &before_number[i];
    if ((gsize) (end - start) < word->length || end[-1] != word->text[word->length - 1])
      continue;
    const char *at = end - word->length;
    if (memcmp (at, word->text, word->length) == 0 && (at == start || !is_word_char (g_utf8_prev_char (at))))
      return TRUE;
  }
  return FALSE;
}

static gboolean
starts_with_word (const char *start, const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (after_number); i++) {
    const Word *word = &after_number[i];
    if (*start == *word->text && (gsize) (end - start) >= word->length
        && memcmp (start, word->text, word->length) == 0
        && (start + word->length == end || !is_word_char (start + word->length)))
      return TRUE;
  }
  return FALSE;
}

/* TRUE when the space at `p` stands beside a number and must hold. */
static gboolean
holds (const char *text, const char *p, const char *end)
{
  gboolean number_after = p + 1 < end && g_ascii_isdigit (p[1]);
  gboolean number_before = p > text && g_ascii_isdigit (p[-1]);

  return (number_after && ends_with_word (text, p)) || (number_before && starts_with_word (p + 1, end));
}

/* Sixteen bytes that are looked at together (a vector extension of gcc and clang). */
typedef guint8 Block __attribute__ ((vector_size (16)));

/* The first digit, or `end`. */
static const char *
find_digit (const char *p, const char *end)
{
  for (; end - p >= (gssize) sizeof (Block); p += sizeof (Block)) {
    Block block;
    guint64 halves[2];
    memcpy (&block, p, sizeof block);
    block = (Block) ((block - '0') < 10);
    memcpy (halves, &block, sizeof halves);
    if (halves[0] | halves[1])
      break;
  }
  while (p < end && !g_ascii_isdigit (*p))
    p++;
  return p;
}

/* The next space beside a digit, or `end`. Digits are rarer than spaces, so they are what is looked for. */
static const char *
next_candidate (const char *p, const char *text, const char *end)
{
  for (p = find_digit (p, end); p < end; p = find_digit (p + 1, end)) {
    if (p > text && p[-1] == ' ')
      return p - 1;
    if (p + 1 < end && p[1] == ' ')
      return p + 1;
  }
  return end;
}

/* The candidate after the one at `p`: the space after the same number, or one further on. */
static const char *
next_space (const char *p, const char *text, const char *end)
{
  const char *next = p + 1;

  /* A number of one digit between two spaces is found by its first. */
  if (next + 1 < end && g_ascii_isdigit (*next) && next[1] == ' ')
    return next + 1;
  return next_candidate (next + (next < end && g_ascii_isdigit (*next)), text, end);
}

const char *
text_bind (const char *text, gsize *length, GString *buffer)
{
  const char *end = text + *length;
  const char *copied = text;

  g_string_truncate (buffer, 0);
  for (const char *p = next_candidate (text, text, end); p < end; p = next_space (p, text, end)) {
    if (!holds (text, p, end))
      continue;
    g_string_append_len (buffer, copied, p - copied);
    g_string_append (buffer, NO_BREAK_SPACE);
    copied = p + 1;
  }
  if (copied == text)
    return text;
  g_string_append_len (buffer, copied, end - copied);
  *length = buffer->len;
  return buffer->str;
}
