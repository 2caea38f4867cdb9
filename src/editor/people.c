/* SPDX-License-Identifier: MIT */
#include "editor/people.h"

#include "base/i18n.h"
#include "editor/mention.h"

#include <string.h>

static const char law_advice[] = N_ ("leave it out, or make sure there is a ground to publish it "
                                     "(Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15)");

/* --- numbers --- */

/* Twelve digits that begin with the code of a province, or nine behind “CMND”. */
static void
check_identity (const Review *review, const Passage *passage, guint at, guint n)
{
  static const char *const cards[] = { "CCCD", "căn cước",  "Căn cước",
                                       "CMND", "định danh", "chứng minh nhân dân",
                                       "CMT",  NULL };
  const char *digits = passage->text + at;
  guint province =
    (guint) (digits[0] - '0') * 100 + (guint) (digits[1] - '0') * 10 + (guint) (digits[2] - '0');
  gboolean is_card = any_before (passage->text, at, 60, cards);

  if (!(n == 12 && province >= 1 && province <= 96) && !((n == 12 || n == 9) && is_card))
    return;
  remark (review, "PEOPLE-01", passage, at, n, _ (law_advice),
          _ ("this is the identity number of a person"));
}

static void
check_account (const Review *review, const Passage *passage, guint at, guint n)
{
  static const char *const words[] = { "tài khoản", "STK", "stk", "Tài khoản", NULL };
  static const char *const of_offices[] = { "Kho bạc", "kho bạc", "Quỹ",      "quỹ",
                                            "Ủy ban",  "UBND",    "Mặt trận", NULL };

  if (n >= 8 && any_before (passage->text, at, 36, words)
      && !any_before (passage->text, at, 160, of_offices))
    remark (review, "PEOPLE-04", passage, at, n, _ (law_advice),
            _ ("this looks like the account of a person"));
}

static void
check_numbers (const Review *review, const Passage *passage)
{
  const char *text = passage->text;

  for (gsize next = 0; (next = passage_next_number (passage, next)) < passage->length;) {
    guint at = (guint) next, n = (guint) strspn (text + at, "0123456789");
    gboolean is_whole =
      (at == 0 || (!g_ascii_isalnum (text[at - 1]) && strchr ("/.-_", text[at - 1]) == NULL))
      && !(passage->marks[at] & (MARK_ADDRESS | MARK_CODE | MARK_VALUE));
    if (is_whole && (n == 12 || n == 9))
      check_identity (review, passage, at, n);
    if (is_whole)
      check_account (review, passage, at, n);
    next += n;
  }
}

/* --- telephones and mail --- */

/* The digits of a text that holds numbers. */
static gboolean
holds_number (const char *text, const char *digits)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (const char *p = text ? text : ""; *p; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (all, *p);
  return strstr (all->str, digits) != NULL;
}

static gboolean
value_holds (const Value *value, const char *digits)
{
  if (value_kind (value) == VALUE_TEXT)
    return holds_number (value_get_text (value, NULL), digits);
  for (guint i = 0; (value_kind (value) == VALUE_LIST || value_kind (value) == VALUE_MAP)
                    && i < value_length (value);
       i++)
    if (value_holds (value_kind (value) == VALUE_LIST ? value_item (value, i)
                                                      : value_find (value, value_key (value, i)),
                     digits))
      return TRUE;
  return FALSE;
}

/* Where a site says whom to call: offices, campaigns, data, “liên hệ” and “điểm hỗ trợ”. */
static gboolean
is_declared (const Manuscript *manuscript, const char *digits)
{
  const Site *site = manuscript->site;
  const Document *document = manuscript->document;

  for (guint i = 0; i < site->office_list->len; i++)
    if (holds_number (((const Office *) site->office_list->pdata[i])->phone, digits))
      return TRUE;
  for (guint i = 0; i < site->campaigns->len; i++)
    if (value_holds (((const Campaign *) site->campaigns->pdata[i])->values, digits))
      return TRUE;
  for (const char *const *one = document->details.contacts; one && *one; one++)
    if (holds_number (*one, digits))
      return TRUE;
  for (const char *const *one = document->details.help_points; one && *one; one++)
    if (holds_number (*one, digits))
      return TRUE;
  return site->data && value_holds (site->data, digits);
}

/* “Ông Nguyễn Văn A”, “đồng chí Trần B”: a form of address and a name, in the same sentence. */
static gboolean
names_person (const Passage *passage, guint at)
{
  static const char *const forms[] = { "ông",  "bà", "anh", "chị",    "cô", "chú",
                                       "đồng", "c",  "cán", "trưởng", NULL };

  for (guint i = 0; i + 2 < passage->n_words && passage->words[i].start < at; i++) {
    const Word *word = &passage->words[i];
    const Word *first = &passage->words[i + 1], *second = &passage->words[i + 2];
    if (!g_strv_contains (forms, word->small) || at - word->start > 200)
      continue;
    if (word_is (word, "đồng") || word_is (word, "cán") || word_is (word, "trưởng")) {
      /* “đồng chí Trần B”, “trưởng thôn Lê C” */
      if (i + 3 >= passage->n_words)
        continue;
      first = second;
      second = &passage->words[i + 3];
    }
    g_autofree char *between =
      g_strndup (passage->text + second->start, at > second->start ? at - second->start : 0);
    gboolean is_stopped = strpbrk (between, ".;") != NULL;
    if (first->letters == CASE_TITLE && (second->letters == CASE_TITLE || second->length == 1)
        && second->follows && !is_stopped)
      return TRUE;
  }
  return FALSE;
}

static void
check_phones (const Review *review, const Passage *passage)
{
  const GArray *phones = mentions_of_phones (passage);

  for (guint i = 0; i < phones->len; i++) {
    const PhoneMention *phone = &g_array_index (phones, PhoneMention, i);
    gboolean is_mobile = strlen (phone->digits) == 10 && strchr ("35789", phone->digits[1]);
    if (!is_mobile || passage->marks[phone->start] & MARK_VALUE
        || !names_person (passage, phone->start) || is_declared (review->manuscript, phone->digits))
      continue;
    remark (review, "PEOPLE-02", passage, phone->start, phone->length,
            _ ("give the number of the office, or declare it under “liên hệ”, in the record of the "
               "office or the campaign"),
            _ ("this is the telephone of a person"));
  }
}

static void
check_mails (const Review *review, const Passage *passage)
{
  static const char *const private[] = { "@gmail.",   "@yahoo.",  "@hotmail.",
                                         "@outlook.", "@icloud.", NULL };

  for (guint i = 0; private[i] && strchr (passage->text, '@'); i++) {
    const char *found = strstr (passage->text, private[i]);
    if (found == NULL)
      continue;
    guint at = (guint) (found - passage->text), start = at,
          end = at + (guint) strcspn (found, " ,;()<>");
    while (
      start > 0
      && (g_ascii_isalnum (passage->text[start - 1]) || strchr ("._-+", passage->text[start - 1])))
      start--;
    if (passage->marks[at] & MARK_VALUE)
      continue;
    remark (review, "PEOPLE-05", passage, start, end - start, _ ("give the address of the office"),
            _ ("this is a private mail address"));
  }
}

/* --- births --- */

static gboolean
is_name_before (const Passage *passage, guint at)
{
  for (guint i = 1; i < passage->n_words && passage->words[i].start < at; i++) {
    const Word *last = &passage->words[i], *first = &passage->words[i - 1];
    guint end = last->start + last->length;
    if (last->letters != CASE_SMALL && last->letters != CASE_CAPITALS
        && first->letters == CASE_TITLE && last->follows && at >= end && at - end <= 6)
      return TRUE;
  }
  return FALSE;
}

static void
check_births (const Review *review, const Passage *passage)
{
  static const char *const words[] = { "sinh ngày ", "sinh năm ",   "Sinh ngày ",
                                       "SN ",        "sinh ngày: ", "sn " };
  const char *text = passage->text;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *p = text; (p = strstr (p, words[i])) != NULL; p++) {
      const char *digits = p + strlen (words[i]);
      gsize n = strspn (digits, "0123456789/-.");
      gboolean is_day = n >= 8;
      if (n < 4 || (!is_day && !is_name_before (passage, (guint) (p - text)))
          || (is_day && !is_name_before (passage, (guint) (p - text))
              && !names_person (passage, (guint) (p - text))))
        continue;
      remark (review, "PEOPLE-03", passage, (guint) (p - text), (guint) (strlen (words[i]) + n),
              _ (law_advice), _ ("this says when a person was born"));
    }
}

void
people_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage->is_read)
      continue;
    check_numbers (review, passage);
    if (passage_is_of (passage, "contacts", "liên hệ"))
      continue;
    check_phones (review, passage);
    check_mails (review, passage);
    check_births (review, passage);
  }
}
