/* SPDX-License-Identifier: MIT */
#include "text/old_code.h"

#include <string.h>

gunichar
old_code_tcvn3 (gunichar c)
{
  /* From 0xA1 on; a blank: not used. */
  static const char letters[] = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò "
                                "ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";
  const gunichar first = 0xA1;

  if (c < first || c >= first + g_utf8_strlen (letters, -1))
    return 0;
  gunichar letter = g_utf8_get_char (g_utf8_offset_to_pointer (letters, c - first));
  return letter == ' ' ? 0 : letter;
}

static gunichar
small_of (gunichar c)
{
  return c >= 0xC0 && c <= 0xDE ? c + 0x20 : c;
}

static const char *
marks_of (gunichar c)
{
  static const struct {
    gunichar code;
    const char *marks;
  } rows[] = {
    { 0xF9, "\u0301" },       { 0xF8, "\u0300" },       { 0xFB, "\u0309" },
    { 0xF5, "\u0303" },       { 0xEF, "\u0323" },       { 0xE2, "\u0302" },
    { 0xE1, "\u0302\u0301" }, { 0xE0, "\u0302\u0300" }, { 0xE5, "\u0302\u0309" },
    { 0xE3, "\u0302\u0303" }, { 0xE4, "\u0323\u0302" }, { 0xEA, "\u0306" },
    { 0xE9, "\u0306\u0301" }, { 0xE8, "\u0306\u0300" }, { 0xFA, "\u0306\u0309" },
    { 0xFC, "\u0306\u0303" }, { 0xEB, "\u0323\u0306" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].code == small_of (c))
      return rows[i].marks;
  return NULL;
}

static gboolean
is_vowel (gunichar c)
{
  gunichar small = small_of (c); /* ô and ö are ơ and ư */
  return small == 0xF4 || small == 0xF6 || (c && c < 0x80 && strchr ("aeiouyAEIOUY", (int) c));
}

/* Some letters are one; 0: not this. */
static gunichar
letter_of (gunichar c)
{
  static const char codes[] = "íìæóòîôöñ", letters[] = "íìỉĩịỵơưđ";
  const char *code = g_utf8_strchr (codes, -1, small_of (c));

  if (c < 0x80 || code == NULL)
    return 0;
  gunichar letter =
    g_utf8_get_char (g_utf8_offset_to_pointer (letters, g_utf8_pointer_to_offset (codes, code)));
  return small_of (c) == c ? letter : g_unichar_toupper (letter);
}

void
old_code_append_vni (GString *out, gunichar before, gunichar c)
{
  const char *marks = is_vowel (before) ? marks_of (c) : NULL;
  gunichar letter = letter_of (c);

  if (marks)
    g_string_append (out, marks);
  else
    g_string_append_unichar (out, letter ? letter : c);
}

gboolean
old_code_is_vni (gunichar c)
{
  return marks_of (c) != NULL || letter_of (c) != 0;
}
