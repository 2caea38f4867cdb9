/* SPDX-License-Identifier: MIT */
#include "editor/phones.h"

#include "base/i18n.h"
#include "editor/mention.h"
#include "model/fact.h"

#include <string.h>

/* --- numbers of offices and people --- */

/* How many digits a number has is said by its beginning: 02 is a place, 03, 05, 07, 08 and 09 are
 * for those who carry it. */
static gboolean
has_right_length (const char *digits)
{
  gsize n = strlen (digits);

  if (g_str_has_prefix (digits, "1800") || g_str_has_prefix (digits, "1900"))
    return n == 8 || n == 10;
  if (g_str_has_prefix (digits, "02"))
    return n == 11;
  return n == 10;
}

/* Twelve digits without a space are an identity number, which has a rule of its own; what is not
 * grouped and no telephone begins with is some other number. */
static gboolean
is_no_phone (const Passage *passage, const PhoneMention *phone)
{
  gboolean is_grouped = FALSE;

  for (guint i = 0; i < phone->length; i++)
    is_grouped |= strchr (" .-", passage->text[phone->start + i]) != NULL;
  return (!is_grouped && strlen (phone->digits) >= 12)
         || (phone->digits[0] == '0' && strchr ("235789", phone->digits[1]) == NULL)
         || (!is_grouped && passage->text[phone->start] == '1');
}

static gboolean
is_account (const Passage *passage, guint start)
{
  static const char *const words[] = { "tài khoản", "mã số",    "số thẻ", "stk",     "mã thuế",
                                       "mã vạch",   "căn cước", "cccd",   "số seri", NULL };

  return any_small_before (passage->text, start, 48, words);
}

static void
check_phone (const Review *review, const Passage *passage, const PhoneMention *phone)
{
  if (is_no_phone (passage, phone) || has_right_length (phone->digits)
      || is_account (passage, phone->start))
    return;
  g_autofree char *text = passage_piece (passage, phone->start, phone->length);
  remark (
    review, "FACT-06", passage, phone->start, phone->length,
    _ ("numbers of a place have 11 digits with 0, those of mobiles 10, 1900 and 1800 have 8 or 10"),
    _ ("“%s” has %u digits; nobody can call it"), text, (guint) strlen (phone->digits));
}

/* What a number is for: “đường dây nóng”, “Công an phường”: the two words before it. */
static char *
label_before (const Passage *passage, guint start)
{
  static const char *const calls[] = { "số",   "gọi", "điện", "thoại", "theo", "qua", "hoặc", "là",
                                       "đt",   "sđt", "tới",  "đến",   "vào",  "máy", "liên", "hệ",
                                       "ngay", "xin", "bà",   "con",   "hãy",  NULL };
  GString *label = g_string_new (NULL);
  guint n = 0;

  for (guint i = passage_words_before (passage, start); i-- > 0 && n < 3;) {
    const Word *word = &passage->words[i];
    guint end = i + 1 < passage->n_words && passage->words[i + 1].start < start
                  ? passage->words[i + 1].start
                  : start;
    for (guint j = word->start + word->length; j < end; j++)
      if (strchr (".;,()", passage->text[j]) && passage->text[j] != '\0')
        return g_string_free (label, FALSE);
    if (g_strv_contains (calls, word->small))
      continue;
    g_string_prepend_c (label, ' ');
    g_string_prepend (label, word->small);
    n++;
  }
  return g_string_free (label, FALSE);
}

typedef struct {
  const Passage *passage;
  guint start, length;
  char *label, *digits; /* owned */
} Contact;

static void
contact_clear (gpointer data)
{
  Contact *contact = data;
  g_free (contact->label);
  g_free (contact->digits);
}

/* Labels that name one number and not several: others may have many telephones. */
static gboolean
is_one_number (const char *label)
{
  static const char *const ones[] = { "đường dây nóng", "dây nóng", "hotline", "tổng đài",
                                      "trực ban",       "cấp cứu",  NULL };

  for (guint i = 0; ones[i]; i++)
    if (strstr (label, ones[i]))
      return TRUE;
  return FALSE;
}

/* The first that stands in the text, with these digits or (NULL) any; NULL when none does. */
static const Contact *
first_in_text (const GArray *contacts, const char *digits)
{
  for (guint i = 0; i < contacts->len; i++) {
    const Contact *contact = &g_array_index (contacts, Contact, i);
    if (contact->passage->kind != PASSAGE_MATTER
        && (digits == NULL || strcmp (contact->digits, digits) == 0))
      return contact;
  }
  return NULL;
}

static void
say_other_number (const Review *review, const Contact *contact, const Contact *other)
{
  g_autofree char *text = passage_piece (contact->passage, contact->start, contact->length);
  g_autofree char *theirs = passage_piece (other->passage, other->start, other->length);
  Place place = passage_place (review->manuscript, other->passage, other->start);

  remark (review, "FACT-07", contact->passage, contact->start, contact->length,
          _ ("write it once, in the record of the campaign, and name it here"),
          _ ("the number is “%s” here and “%s” in line %u"), text, theirs, place.line);
}

/* A number in the title or the summary stands in the text as well; what is one number is one
 * everywhere. */
static void
compare_contacts (const Review *review, const GArray *contacts)
{
  for (guint i = 0; i < contacts->len; i++) {
    const Contact *contact = &g_array_index (contacts, Contact, i);
    const Contact *told =
      passage_sums_up (contact->passage) ? first_in_text (contacts, NULL) : NULL;
    if (told && first_in_text (contacts, contact->digits) == NULL) {
      say_other_number (review, contact, told);
      continue;
    }
    for (guint j = 0; j < i && is_one_number (contact->label); j++) {
      const Contact *other = &g_array_index (contacts, Contact, j);
      if (strcmp (contact->label, other->label) != 0 || strcmp (contact->digits, other->digits) == 0
          || contact->passage == other->passage)
        continue;
      say_other_number (review, contact, other);
      break;
    }
  }
}

static gboolean
has_digits (const char *text, const char *digits)
{
  for (; *text; text++)
    if (g_ascii_isdigit (*text) && *text != *digits++)
      return FALSE;
  return *digits == '\0';
}

/* “Đường dây nóng: 0277 3851 116”, of nobody in particular, is that of the campaign, or of the
 * office that speaks. */
static void
check_hotline (const Review *review, const Contact *contact)
{
  const Document *document = review->manuscript->document;
  const FactScope scope = { review->manuscript->site, document->campaign, document->office };
  static const char name[] = "chiến dịch.đường dây nóng", own[] = "cơ quan.điện thoại";
  g_auto (Fact) hotline = { 0 }, phone = { 0 };

  if (document->campaign == NULL || strcmp (contact->label, "đường dây nóng ") != 0
      || contact->passage->marks[contact->start] & MARK_VALUE
      || fact_find (&scope, name, strlen (name), &hotline) != FACT_FOUND
      || has_digits (hotline.text, contact->digits)
      || (fact_find (&scope, own, strlen (own), &phone) == FACT_FOUND
          && has_digits (phone.text, contact->digits)))
    return;
  g_autofree char *advice = g_strdup_printf (_ ("write “{{%s}}”"), name);
  remark (review, "FACT-21", contact->passage, contact->start, contact->length, advice,
          _ ("the hotline of the campaign is “%s” (%s)"), hotline.text, document->campaign->path);
}

static void
check_phones (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (Contact));

  g_array_set_clear_func (contacts, contact_clear);
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage->is_read)
      continue;
    const GArray *phones = mentions_of_phones (passage);
    for (guint j = 0; j < phones->len; j++) {
      const PhoneMention *phone = &g_array_index (phones, PhoneMention, j);
      check_phone (review, passage, phone);
      if (is_no_phone (passage, phone) || is_account (passage, phone->start))
        continue;
      const Contact contact = { passage, phone->start, phone->length,
                                label_before (passage, phone->start), g_strdup (phone->digits) };
      check_hotline (review, &contact);
      g_array_append_val (contacts, contact);
    }
  }
  compare_contacts (review, contacts);
}

/* --- numbers for emergencies --- */

/* Each has words that only its service is called for. */
static const struct {
  const char *number;
  const char *const words[12];
} services[] = {
  { "113", { "trộm", "cướp", "đánh nhau", "gây rối", NULL } },
  { "114", { "cháy", "hỏa hoạn", "mắc kẹt", NULL } },
  { "115",
    { "cấp cứu", "cứu thương", "bị thương", "ngộ độc", "đột quỵ", "ngất", "bất tỉnh", "khó thở",
      "co giật", "đuối nước", NULL } },
};

static gboolean
has_word_of (const char *sentence, guint service)
{
  for (const char *const *word = services[service].words; *word; word++)
    if (strstr (sentence, *word))
      return TRUE;
  return FALSE;
}

/* The service whose number stands at byte `at`, behind a word that leads to it: “gọi 114”, “báo
 * ngay 115”; -1: none. “báo cáo về 115 hộ”, “số 115 đường” are none. */
static int
service_called (const char *text, guint at)
{
  static const char *const calls[] = { "gọi ",      "gọi ngay ", "gọi cho ", "gọi số ",
                                       "báo ngay ", "tổng đài ", NULL };
  static const char *const leads[] = { "báo ", "số ", "đến ", "báo cho ", NULL };
  guint service = 0;

  while (service < G_N_ELEMENTS (services) && strncmp (text + at, services[service].number, 3) != 0)
    service++;
  if (service == G_N_ELEMENTS (services) || g_ascii_isalnum (text[at + 3]))
    return -1;
  gboolean has_noun = text[at + 3] == ' ' && g_unichar_isalpha (g_utf8_get_char (text + at + 4));
  gboolean is_called =
    follows_any (text, at, calls) || (!has_noun && follows_any (text, at, leads));
  return is_called ? (int) service : -1;
}

/* The number at `at` within `sentence` is of another service than the one it is called for, which
 * is not named with its own number either; -1: it is right, or nobody knows. */
static int
service_meant (const char *sentence, guint called)
{
  int meant = -1;

  if (has_word_of (sentence, called))
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (services); i++) {
    if (i == called || !has_word_of (sentence, i))
      continue;
    if (meant >= 0 || strstr (sentence, services[i].number))
      return -1;
    meant = (int) i;
  }
  return meant;
}

static void
check_emergency (const Review *review, const Passage *passage)
{
  const char *text = passage->text;

  for (const char *found = text; (found = strstr (found, "11")) != NULL; found++) {
    guint at = (guint) (found - text);
    int called = service_called (text, at);
    if (called < 0)
      continue;
    guint from = at, to = at;
    while (from > 0 && strchr (".;!?", text[from - 1]) == NULL)
      from--;
    while (to < passage->length && strchr (".;!?", text[to]) == NULL)
      to++;
    g_autofree char *sentence = g_strndup (text + from, to - from);
    g_autofree char *small = g_utf8_strdown (sentence, -1);
    int meant = service_meant (small, (guint) called);
    if (meant < 0)
      continue;
    g_autofree char *advice = g_strdup_printf (_ ("write %s"), services[meant].number);
    remark (review, "FACT-24", passage, at, 3, advice, _ ("for this, one calls %s, not %s"),
            services[meant].number, services[called].number);
  }
}

void
phones_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;

  check_phones (review);
  for (guint i = 0; i < manuscript->passages->len; i++)
    if (manuscript_passage (manuscript, i)->is_read)
      check_emergency (review, manuscript_passage (manuscript, i));
}
