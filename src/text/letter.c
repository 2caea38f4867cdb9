/* SPDX-License-Identifier: MIT */
/* Unicode knows how its letters are composed, but takes long to say so; it is asked once. */
#include "text/letter.h"

#include <string.h>

/* Latin-1 to ư, and the letters with two marks. */
#define FIRST_LATIN      0xC0
#define LAST_LATIN       0x1B0
#define FIRST_VIETNAMESE 0x1EA0
#define LAST_VIETNAMESE  0x1EF9

typedef struct {
  Letter latin[LAST_LATIN - FIRST_LATIN + 1];
  Letter vietnamese[LAST_VIETNAMESE - FIRST_VIETNAMESE + 1];
} Table;

static const gunichar tone_marks[] = { 0, 0x300, 0x301, 0x309, 0x303, 0x323 };

/* A letter with a hat: what it is without, the mark, and its code. */
static const struct {
  char plain;
  gunichar mark;
  char code;
} hats[] = { { 'a', 0x306, 'A' }, { 'a', 0x302, 'B' }, { 'e', 0x302, 'E' },
             { 'o', 0x302, 'O' }, { 'o', 0x31B, 'P' }, { 'u', 0x31B, 'U' } };

/* FALSE when no Vietnamese letter has the mark. */
static gboolean
add_mark (Letter *letter, gunichar mark)
{
  for (guint i = 1; i < G_N_ELEMENTS (tone_marks); i++)
    if (tone_marks[i] == mark) {
      letter->tone = i;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (hats); i++)
    if (hats[i].plain == letter->plain && hats[i].mark == mark) {
      letter->code = hats[i].code;
      return TRUE;
    }
  return FALSE;
}

static Letter
analyse (gunichar c)
{
  gunichar parts[8];
  gboolean is_capital = g_unichar_isupper (c);

  c = g_unichar_tolower (c);
  if (c == 0x111)
    return (Letter){ 'd', 'D', TONE_LEVEL, is_capital };
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  Letter letter = { 0, 0, TONE_LEVEL, is_capital };
  if (n < 2 || n > G_N_ELEMENTS (parts) || parts[0] > 'z'
      || strchr ("aeiouy", (int) parts[0]) == NULL)
    return letter;
  letter.plain = letter.code = (char) parts[0];
  for (gsize i = 1; i < n; i++)
    if (!add_mark (&letter, parts[i]))
      return (Letter){ 0, 0, TONE_LEVEL, is_capital };
  return letter;
}

static const Table *
get_table (void)
{
  static Table table;
  static gsize is_ready;

  if (g_once_init_enter (&is_ready)) {
    for (gunichar c = FIRST_LATIN; c <= LAST_LATIN; c++)
      table.latin[c - FIRST_LATIN] = analyse (c);
    for (gunichar c = FIRST_VIETNAMESE; c <= LAST_VIETNAMESE; c++)
      table.vietnamese[c - FIRST_VIETNAMESE] = analyse (c);
    g_once_init_leave (&is_ready, 1);
  }
  return &table;
}

Letter
letter_of (gunichar c)
{
  if (c < 0x80) {
    gboolean is_capital = g_ascii_isupper (c);
    char plain = g_ascii_isalpha (c) ? (char) (c | 0x20) : 0;
    return (Letter){ plain, plain, TONE_LEVEL, is_capital };
  }
  if (c >= FIRST_VIETNAMESE && c <= LAST_VIETNAMESE)
    return get_table ()->vietnamese[c - FIRST_VIETNAMESE];
  if (c >= FIRST_LATIN && c <= LAST_LATIN)
    return get_table ()->latin[c - FIRST_LATIN];
  return (Letter){ 0, 0, TONE_LEVEL, FALSE };
}

/* Unicode puts the dot below before the hat, and the other tones behind it. */
static gboolean
compose (gunichar plain, gunichar first, gunichar second, gunichar *letter)
{
  *letter = plain;
  return (first == 0 || g_unichar_compose (*letter, first, letter))
         && (second == 0 || g_unichar_compose (*letter, second, letter));
}

gunichar
letter_make (char code, Tone tone)
{
  gunichar plain = (gunichar) code, hat = 0, letter;

  if (code == 'D')
    return tone == TONE_LEVEL ? 0x111 : 0;
  for (guint i = 0; i < G_N_ELEMENTS (hats); i++)
    if (hats[i].code == code) {
      plain = (gunichar) hats[i].plain;
      hat = hats[i].mark;
    }
  return compose (plain, hat, tone_marks[tone], &letter)
             || compose (plain, tone_marks[tone], hat, &letter)
           ? letter
           : 0;
}

gboolean
letters_are_capitals (const char *text, gssize length)
{
  gboolean has_capital = FALSE;

  for (const char *p = text; (length < 0 || p < text + length) && *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_islower (c))
      return FALSE;
    has_capital |= g_unichar_isupper (c);
  }
  return has_capital;
}
