/* SPDX-License-Identifier: MIT */
/* What an official letter names for the first time: a document with its date, a law by its name, a
 * short form with what it stands for. */
#include "editor/decree.h"

#include "base/i18n.h"
#include "editor/mention.h"
#include "text/roman.h"
#include "text/syllable.h"

#include <string.h>

static gboolean
is_of_body (const Passage *passage)
{
  return passage->kind == PASSAGE_PARAGRAPH || passage->kind == PASSAGE_ITEM;
}

/* --- documents --- */

/* The date may stand behind who issued it: “Quyết định số 06/QĐ-TTg của Thủ tướng Chính phủ ngày
 * 06/01/2022”, or before all of it. */
#define NEAR 120

static gboolean
has_date (const Passage *passage, const Citation *citation, const GArray *days, guint until)
{
  guint end = citation->start + citation->length;
  guint stop = MIN (until, end + NEAR);

  for (guint i = 0; i < days->len; i++) {
    const DayMention *day = &g_array_index (days, DayMention, i);
    gboolean is_behind = day->start >= end && day->start < stop
                         && memchr (passage->text + end, ';', day->start - end) == NULL;
    const char *past = passage->text + day->start + day->length;
    const char *number = passage->text + citation->start;
    gboolean is_before =
      past <= number && number - past <= NEAR && g_strstr_len (past, number - past, ". ") == NULL;
    if (is_behind || is_before)
      return TRUE;
  }
  return FALSE;
}

/* The number of the document itself, as its recipients and appendices name it. */
static gboolean
is_own_number (const Document *document, const Citation *citation)
{
  return g_strcmp0 (document->symbol, citation->symbol) == 0
         && g_strcmp0 (document->number, citation->number) == 0;
}

static gboolean
is_of_parliament (const Citation *citation)
{
  return g_str_has_prefix (citation->symbol, "QH") || g_str_has_prefix (citation->symbol, "UBTVQH");
}

/* “Luật Căn cước số 26/2023/QH15”: the last kind that is named before the number is a law. */
static gboolean
is_of_law (const Passage *passage, const Citation *citation)
{
  static const char *const others[] = { "Nghị quyết", "Quyết định" };
  g_autofree char *before = g_strndup (passage->text, citation->start);
  const char *law = g_strrstr (before, "Luật "), *order = g_strrstr (before, "Pháp lệnh ");
  const char *last = MAX (law, order);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    const char *other = g_strrstr (before, others[i]);
    if (last && other > last)
      return FALSE;
  }
  return last && strpbrk (last, ".;") == NULL;
}

static void
check_first_citation (const Review *review, const Passage *passage, const Citation *citation,
                      const GArray *days, guint until)
{
  if (is_of_parliament (citation)) {
    if (is_of_law (passage, citation))
      remark (review, "ND30-27", passage, citation->start, citation->length,
              _ ("leave the number out: name and date are enough"),
              _ ("a law is cited by its name, without its number"));
    return;
  }
  if (!has_date (passage, citation, days, until))
    remark (review, "ND30-28", passage, citation->start, citation->length,
            _ ("write behind it “ngày …/…/… của …” and what it is about"),
            _ ("where it is cited first, a document has its date, who issued it and its subject"));
}

static void
check_citations (const Review *review, const Passage *passage, GHashTable *seen)
{
  const GArray *days = mentions_of_days (passage);
  const GArray *citations = mentions_of_documents (passage);

  for (guint i = 0; i < citations->len; i++) {
    const Citation *citation = &g_array_index (citations, Citation, i);
    char *name = g_strdup_printf ("%s/%s", citation->number, citation->symbol);
    guint until = i + 1 < citations->len ? g_array_index (citations, Citation, i + 1).start
                                         : (guint) passage->length;
    if (!g_hash_table_add (seen, name) || !is_of_body (passage) || *citation->number == '\0'
        || is_own_number (review->manuscript->document, citation))
      continue;
    check_first_citation (review, passage, citation, days, until);
  }
}

/* --- short forms --- */

/* On every letterhead, or known by these letters alone. */
static const char *const usual[] = {
  "UBND", "HĐND",   "MTTQ",   "UBMTTQ", "TTg",  "TW",   "QR",  "PDF",  "SMS",
  "OTP",  "GPS",    "USB",    "ATM",    "HIV",  "AIDS", "ADN", "WHO",  "ASEAN",
  "WTO",  "UNESCO", "UNICEF", "COVID",  "VNPT", "EVN",  "VTV", "VOV",  "TTXVN",
  "SIM",  "ID",     "IP",     "APP",    "VIP",  "KM",   "KG",  "HTML", NULL,
};

/* A short form among small letters: no line of a heading, no part of a number. */
static gboolean
is_short_form (const Passage *passage, guint index)
{
  const Word *word = &passage->words[index];
  const Word *before = index > 0 ? &passage->words[index - 1] : NULL;
  const Word *after = index + 1 < passage->n_words ? &passage->words[index + 1] : NULL;
  const char *text = passage->text + word->start;
  g_autofree char *capitals = g_strndup (text, word->length);

  if (word->letters != CASE_CAPITALS || word->is_glued || word->is_skipped || word->length < 2)
    return FALSE;
  return !(before && before->letters == CASE_CAPITALS)
         && !(after && after->letters == CASE_CAPITALS)
         && !syllable_is_vietnamese (text, word->length) && roman_value (text, word->length) == 0
         && !g_strv_contains (usual, capitals);
}

/* “(CCCD)”, “(sau đây gọi tắt là CCCD)”, “CCCD (căn cước công dân)”. */
static gboolean
is_explained (const Passage *passage, const Word *word)
{
  const char *text = passage->text, *behind = text + word->start + word->length;
  g_autofree char *before = g_strndup (text, word->start);
  const char *bracket = g_strrstr (before, "("), *closed = g_strrstr (before, ")");
  gboolean is_inside = bracket && (closed == NULL || closed < bracket);

  return g_str_has_prefix (behind, " (") || (is_inside && strlen (bracket) < 60)
         || g_str_has_suffix (before, "tắt là ") || g_str_has_suffix (before, "tắt là “");
}

static void
check_short_forms (const Review *review, const Wordlist *list, const Passage *passage,
                   GHashTable *seen)
{
  for (guint i = 0; i < passage->n_words; i++) {
    const Word *word = &passage->words[i];
    if (!is_short_form (passage, i))
      continue;
    g_autofree char *text = passage_piece (passage, word->start, word->length);
    if (!g_hash_table_add (seen, g_strdup (text)) || !is_of_body (passage)
        || is_explained (passage, word) || wordlist_in_lexicon (list, text))
      continue;
    remark (review, "ND30-67", passage, word->start, word->length,
            _ ("write it in full the first time, with the short form behind it in brackets"),
            _ ("nothing said so far what “%s” stands for"), text);
  }
}

void
decree_usage_read (const Review *review, const Wordlist *list)
{
  const Manuscript *manuscript = review->manuscript;
  g_autoptr (GHashTable) documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (manuscript->document->kind != KIND_LETTER || manuscript->document->office->is_party)
    return;
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage->is_read || passage->is_quoted)
      continue;
    check_citations (review, passage, documents);
    check_short_forms (review, list, passage, forms);
  }
}
