/* SPDX-License-Identifier: MIT */
#include "text/binding.h"

#include <string.h>

#define NO_BREAK_SPACE "\xC2\xA0"

/* Words that count what follows them. */
static const char *const before_number[] = {
  "Điều", "điều", "khoản", "Khoản", "Mục", "mục", "Phần", "phần", "Chương", "chương", "Bước", "bước",
  "Cách", "cách", "Mức", "mức", "ngày", "tháng", "năm", "quý", "số", "trang", "lần", "Phụ lục", "Phường",
};

/* Words that say what the number before them counts. */
static const char *const after_number[] = {
  "đồng", "km", "m", "cm", "mm", "kg", "g", "ha", "tuổi", "giờ", "phút", "giây", "ngày", "tháng", "năm", "lần",
  "trang", "bước", "triệu", "tỷ", "nghìn", "người", "hộ", "MB", "KB", "GB",
};

static gboolean
is_word_byte (char c)
{
  return (guchar) c >= 0x80 || g_ascii_isalnum (c);
}

static gboolean
ends_with_word (const char *start, const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (before_number); i++) {
    gsize n = strlen (before_number[i]);
    if ((gsize) (end - start) >= n && memcmp (end - n, before_number[i], n) == 0
        && (end - n == start || !is_word_byte (end[-(gssize) n - 1])))
      return TRUE;
  }
  return FALSE;
}

static gboolean
starts_with_word (const char *start, const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (after_number); i++) {
    gsize n = strlen (after_number[i]);
    if ((gsize) (end - start) >= n && memcmp (start, after_number[i], n) == 0
        && (start + n == end || !is_word_byte (start[n])))
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

/* The next space beside a digit, or `end`. */
static const char *
next_candidate (const char *p, const char *text, const char *end)
{
  for (; (p = memchr (p, ' ', end - p)) != NULL; p++)
    if ((p + 1 < end && g_ascii_isdigit (p[1])) || (p > text && g_ascii_isdigit (p[-1])))
      return p;
  return end;
}

const char *
text_bind (const char *text, gsize *length, GString *buffer)
{
  const char *end = text + *length;
  const char *copied = text;

  g_string_truncate (buffer, 0);
  for (const char *p = next_candidate (text, text, end); p < end; p = next_candidate (p + 1, text, end)) {
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
