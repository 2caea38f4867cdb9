/* SPDX-License-Identifier: MIT */
/* “Điều 5” and “0905 123 456” stay on one line; so do “30 ngày” and “5 km”. Every text of every
 * page passes through here, so what is looked for is what is rare: a digit, then a space beside it,
 * then the word at the other side of the space. The tables ends_one and starts_one must have the
 * last and first bytes of all words above them: they only spare the comparison. */
#include "text/no_break.h"

#include "base/append.h"
#include "base/block.h"
#include "text/phone.h"

#include <string.h>

typedef struct {
  const char *text;
  gsize length;
} Word;

#define WORD(text)                                                                                 \
  {                                                                                                \
    text, sizeof text - 1                                                                          \
  }

/* Words that count what follows them. */
static const Word before_number[] = {
  WORD ("Điều"),   WORD ("điều"), WORD ("khoản"),  WORD ("Khoản"),  WORD ("Mục"),  WORD ("mục"),
  WORD ("Phần"),   WORD ("phần"), WORD ("Chương"), WORD ("chương"), WORD ("Bước"), WORD ("bước"),
  WORD ("Cách"),   WORD ("cách"), WORD ("Mức"),    WORD ("mức"),    WORD ("ngày"), WORD ("tháng"),
  WORD ("năm"),    WORD ("quý"),  WORD ("số"),     WORD ("trang"),  WORD ("lần"),  WORD ("lục"),
  WORD ("Phường"), WORD ("Quận"), WORD ("thôn"),   WORD ("Thôn"),   WORD ("xóm"),  WORD ("Xóm"),
  WORD ("ấp"),     WORD ("Ấp"),   WORD ("khóm"),   WORD ("Khóm"),   WORD ("tổ"),   WORD ("Tổ"),
  WORD ("phố"),
};

/* Words that say what the number before them counts, the usual ones first. */
static const Word after_number[] = {
  WORD ("giờ"), WORD ("phút"), WORD ("ngày"),  WORD ("hộ"),   WORD ("người"), WORD ("tháng"),
  WORD ("năm"), WORD ("đồng"), WORD ("tuổi"),  WORD ("lần"),  WORD ("triệu"), WORD ("nghìn"),
  WORD ("tỷ"),  WORD ("bước"), WORD ("trang"), WORD ("giây"), WORD ("km"),    WORD ("m"),
  WORD ("cm"),  WORD ("mm"),   WORD ("kg"),    WORD ("g"),    WORD ("ha"),    WORD ("MB"),
  WORD ("KB"),  WORD ("GB"),
};

/* The last bytes of those words, and the first of these: most words are neither. */
static const gboolean
  ends_one[256] = { ['c'] = TRUE,           ['g'] = TRUE,           ['h'] = TRUE, ['m'] = TRUE,
                    ['n'] = TRUE,           ['p'] = TRUE,           ['u'] = TRUE, ['y'] = TRUE,
                    [0x91] = TRUE /* số */, [0x95] = TRUE /* tổ */, [0xBD] = TRUE /* quý */ };
static const gboolean
  starts_one[256] = { ['G'] = TRUE, ['K'] = TRUE, ['M'] = TRUE, ['b'] = TRUE, ['c'] = TRUE,
                      ['g'] = TRUE, ['h'] = TRUE, ['k'] = TRUE, ['l'] = TRUE, ['m'] = TRUE,
                      ['n'] = TRUE, ['p'] = TRUE, ['t'] = TRUE, [0xC4] = TRUE /* đồng */ };

/* TRUE when the character at `p` belongs to a word; quotation marks and the like do not, nor does
 * the ² of m². */
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
    if (memcmp (at, word->text, word->length) == 0
        && (at == start || !is_word_char (g_utf8_prev_char (at))))
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

#define LONGEST_PHONE 16 /* bytes, with its spaces */

/* TRUE when the digits before the space at `p` begin like a telephone number: 0905 123 456, 1900
 * 1234, +84 258 3811 242. */
static gboolean
begins_phone (const char *text, const char *p)
{
  const char *start = p;

  while (start > text && p - start < LONGEST_PHONE
         && (g_ascii_isdigit (start[-1])
             || (start[-1] == ' ' && start - 1 > text && g_ascii_isdigit (start[-2]))))
    start--;
  return (start > text && start[-1] == '+') || text_begins_phone (start);
}

/* TRUE when the space at `p` stands beside a number and must hold. */
static gboolean
holds (const char *text, const char *p, const char *end)
{
  gboolean number_after = p + 1 < end && g_ascii_isdigit (p[1]);
  gboolean number_before = p > text && g_ascii_isdigit (p[-1]);

  return (number_before && number_after && begins_phone (text, p))
         || (number_after && p > text && ends_one[(guchar) p[-1]] && ends_with_word (text, p))
         || (number_before && p + 1 < end && starts_one[(guchar) p[1]]
             && starts_with_word (p + 1, end));
}

/* The first digit, or `end`. */
static const char *
find_digit (const char *p, const char *end)
{
  for (; end - p >= BLOCK_LENGTH; p += BLOCK_LENGTH) {
    guint first = block_first ((Block) ((block_at (p) - '0') < 10));
    if (first < BLOCK_LENGTH)
      return p + first;
  }
  while (p < end && !g_ascii_isdigit (*p))
    p++;
  return p;
}

/* The next space beside a digit, or `end`. Digits are rarer than spaces, so they are what is looked
 * for. */
static const char *
next_candidate (const char *from, const char *end)
{
  for (const char *p = find_digit (from, end); p < end; p = find_digit (p + 1, end)) {
    if (p > from && p[-1] == ' ')
      return p - 1;
    if (p + 1 < end && p[1] == ' ')
      return p + 1;
  }
  return end;
}

const char *
text_next_no_break (const char *from, const char *text, const char *end)
{
  const char *p = next_candidate (from, end);

  while (p < end && !holds (text, p, end))
    p = next_candidate (p + 1, end);
  return p;
}

const char *
text_with_no_breaks (const char *text, gsize *length, GString *buffer)
{
  const char *end = text + *length;
  const char *copied = text;

  g_string_truncate (buffer, 0);
  for (const char *p; (p = text_next_no_break (copied, text, end)) < end; copied = p + 1) {
    append_piece (buffer, copied, p - copied);
    append_text (buffer, NO_BREAK_SPACE);
  }
  if (copied == text)
    return text;
  append_piece (buffer, copied, end - copied);
  *length = buffer->len;
  return buffer->str;
}

static gboolean
is_behind_no_break_space (const char *text, const char *p)
{
  return p - text >= 2 && strncmp (p - 2, NO_BREAK_SPACE, 2) == 0;
}

/* TRUE when a number stands before the blank before `p`. */
static gboolean
is_behind_number (const char *text, const char *p)
{
  gsize blank = is_behind_no_break_space (text, p) ? 2 : p > text && p[-1] == ' ' ? 1 : 0;
  return blank > 0 && (gsize) (p - text) > blank && g_ascii_isdigit (p[-(gssize) blank - 1]);
}

/* Where what has the slash in it begins; not before `from`. */
static const char *
symbol_start (const char *text, const char *from, const char *slash)
{
  while (slash > from && strchr (" (\"", slash[-1]) == NULL
         && !is_behind_no_break_space (text, slash))
    slash--;
  return slash;
}

const char *
text_find_symbol (const char *text, const char *from, const char **end)
{
  const char *before = from;  /* the slash before */
  const char *started = from; /* where that began */

  for (const char *slash = from; (slash = strchr (slash, '/')) != NULL; slash = *end) {
    gboolean has_capital = FALSE;
    const char *start = symbol_start (text, before, slash);
    /* A word of a million slashes is gone through once. */
    if (start == before)
      start = started;
    before = slash;
    started = start;
    *end = slash + 1;
    while (**end && strchr (" ;,.:)\"", **end) == NULL)
      has_capital |= g_unichar_isupper (g_utf8_get_char (*end)), *end = g_utf8_next_char (*end);
    gboolean is_unit =
      is_behind_number (text, start) && g_unichar_islower (g_utf8_get_char (start));
    if (is_unit || (g_ascii_isdigit (*start) && has_capital))
      return start;
  }
  return NULL;
}
