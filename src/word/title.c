/* SPDX-License-Identifier: MIT */
/* What has no letterhead begins with its title, sometimes below the name of the bulletin and the
 * day it is read. */
#include "text/fold.h"
#include "word/lines.h"
#include "word/recognition.h"

#include <stdlib.h>
#include <string.h>

#define MAX_TITLE      200 /* characters */
#define MAX_BARE_TITLE 100
#define MAX_DAY        40 /* “Phát ngày 20 tháng 9 năm 2026”: more is a sentence */
#define MAX_SEARCH     12 /* blocks from the top */

/* --- capitals --- */

/* A name in the middle of a sentence, “Đông Hòa”, “UBND”: as it is written, by its small letters.
 */
typedef GHashTable Names;

static gboolean
begins_sentence (const char *text, const char *word)
{
  const char *p = word;

  while (p > text && strchr (" \t\n\"(-", p[-1]))
    p--;
  return p == text || strchr (".:;!?", p[-1]);
}

/* The words from `p` on that begin with a capital. */
static gsize
capitalised_length (const char *p)
{
  gsize length = 0;

  for (const char *word = p; g_unichar_isupper (g_utf8_get_char (word));) {
    const char *end = word;
    while (*end && (g_unichar_isalnum (g_utf8_get_char (end))))
      end = g_utf8_next_char (end);
    length = end - p;
    word = *end == ' ' ? end + 1 : end;
    if (*end != ' ')
      break;
  }
  return length;
}

static void
learn_names (Names *names, const char *text)
{
  for (const char *p = text; *p;) {
    gsize length = capitalised_length (p);
    g_autofree char *name = g_strndup (p, length);
    if (length > 0 && !begins_sentence (text, p) && (strchr (name, ' ') || line_is_capitals (name))
        && g_utf8_strlen (name, -1) > 1)
      g_hash_table_insert (names, g_utf8_strdown (name, -1), g_strdup (name));
    p += length;
    while (*p && *p != ' ' && *p != '\n' && length == 0)
      p++;
    while (*p && strchr (" \n\t\"(", *p))
      p++;
    if (length > 0 && *p && !g_unichar_isalnum (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
  }
}

static char *
restore_names (const Names *names, const char *text)
{
  GHashTableIter iterator;
  gpointer small, name;
  g_autofree char *restored = g_strdup (text);

  g_hash_table_iter_init (&iterator, (GHashTable *) names);
  while (g_hash_table_iter_next (&iterator, &small, &name))
    for (char *found = restored; (found = strstr (found, small)); found += strlen (small)) {
      gsize length = strlen (small);
      gunichar before = found > restored ? g_utf8_get_char (g_utf8_prev_char (found)) : ' ';
      if (!g_unichar_isalnum (before) && !g_unichar_isalnum (g_utf8_get_char (found + length))
          && strlen (name) == length)
        memcpy (found, name, length);
    }
  return g_steal_pointer (&restored);
}

/* “LỊCH TIÊM TẠI XÃ ĐÔNG HÒA” → “Lịch tiêm tại xã Đông Hòa”, by the names the text has. */
static const char *
sentence_case (Recognition *recognition, const char *title)
{
  if (!line_is_capitals (title))
    return title;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < recognition->blocks->len; i++) {
    const FlowParagraph *paragraph = ((FlowBlock *) recognition->blocks->pdata[i])->paragraph;
    if (paragraph && !line_is_capitals (paragraph->text))
      learn_names (names, paragraph->text);
  }
  g_autofree char *small = g_utf8_strdown (title, -1);
  g_autofree char *named = restore_names (names, small);
  g_autofree char *whole = text_capitalise (named);
  return arena_copy (recognition->arena, whole);
}

/* --- the lines on top --- */

/* The name of the series rather than of this issue. */
static gboolean
is_masthead (const char *text)
{
  static const char *const words[] = { "ban tin", "dai truyen thanh", "chuong trinh phat thanh",
                                       "chuyen muc" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (line_begins (text, words[i]))
      return TRUE;
  return FALSE;
}

/* “(Phát ngày 15/9/2026)”, “Ngày 5 tháng 3 năm 2026”. */
static gboolean
take_day (Imported *imported, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (
    "ngày\\s*(\\d{1,2})(?:[/.\\-]|\\s*tháng\\s*)(\\d{1,2})(?:[/.\\-]|\\s*năm\\s*)(\\d{4})",
    G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (g_utf8_strlen (text, -1) > 80 || !g_regex_match (regex, text, 0, &match))
    return FALSE;
  g_auto (GStrv) groups = g_match_info_fetch_all (match);
  if (!date_exists (atoi (groups[3]), atoi (groups[2]), atoi (groups[1])))
    return FALSE;
  imported->date = (Date){ atoi (groups[3]), atoi (groups[2]), atoi (groups[1]) };
  return TRUE;
}

/* A line over the text, by its look, or in capitals. */
static gboolean
is_on_top (const FlowParagraph *paragraph, const char *text)
{
  return paragraph->outline == 0 || paragraph->is_title || paragraph->alignment == ALIGNED_CENTRE
         || paragraph->is_bold || line_is_capitals (text);
}

/* A day in a line that is about nothing else. */
static gboolean
may_be_day (const FlowParagraph *paragraph, const char *text)
{
  gboolean says_day = line_begins (text, "ngay ") || line_begins (text, "phat ngay ");

  return is_on_top (paragraph, text) || *text == '(' || paragraph->is_italic
         || (says_day && g_utf8_strlen (text, -1) <= MAX_DAY);
}

/* The first line of what was typed without any look: short, and no sentence. */
static gboolean
is_bare_title (const char *text)
{
  return g_utf8_strlen (text, -1) <= MAX_BARE_TITLE
         && strchr (".:;,!?", text[strlen (text) - 1]) == NULL;
}

/* The name of a series alone is the title, when nothing else is. */
void
title_recognise (Recognition *recognition, gboolean is_bulletin)
{
  Imported *imported = recognition->imported;
  const char *masthead = NULL, *title = NULL;
  gboolean is_first = TRUE;

  for (guint i = 0; i < MIN (recognition->blocks->len, MAX_SEARCH) && title == NULL; i++) {
    const FlowParagraph *paragraph = ((FlowBlock *) recognition->blocks->pdata[i])->paragraph;
    if (paragraph == NULL || paragraph->n_pictures > 0)
      break;
    const char *text = imported_whole (recognition->arena, paragraph).text;
    if (!*text || line_is_rule (text))
      continue;
    gboolean is_day = is_bulletin && !date_is_set (imported->date) && may_be_day (paragraph, text)
                      && take_day (imported, text);
    gboolean is_title = is_on_top (paragraph, text) ? g_utf8_strlen (text, -1) <= MAX_TITLE
                                                    : is_first && is_bare_title (text);
    is_first = FALSE;
    if (!is_day && !is_title)
      break;
    if (!is_day && is_bulletin && masthead == NULL && is_masthead (text) && paragraph->outline < 0)
      masthead = text;
    else if (!is_day)
      title = line_without_stop (recognition->arena, text);
    recognition->taken[i] = TRUE;
  }
  if (title == NULL)
    title = masthead;
  imported->title = title ? sentence_case (recognition, title) : NULL;
}
