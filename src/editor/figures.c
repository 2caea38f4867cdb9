/* SPDX-License-Identifier: MIT */
#include "editor/figures.h"

#include "base/i18n.h"
#include "editor/mention.h"

#include <string.h>

/* --- telephones --- */

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
  static const char *const words[] = { "tài khoản", "mã số",    "số thẻ", "STK",     "mã thuế",
                                       "mã vạch",   "căn cước", "CCCD",   "số seri", NULL };
  guint from = start > 48 ? start - 48 : 0;
  g_autofree char *before = g_strndup (passage->text + from, start - from);

  for (guint i = 0; words[i]; i++)
    if (strstr (before, words[i]))
      return TRUE;
  return FALSE;
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

  for (guint i = passage->n_words; i-- > 0 && n < 3;) {
    const Word *word = &passage->words[i];
    if (word->start + word->length > start)
      continue;
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

static gboolean
has_digits (const GArray *contacts, const Contact *like, gboolean of_matter)
{
  for (guint i = 0; i < contacts->len; i++) {
    const Contact *contact = &g_array_index (contacts, Contact, i);
    if (strcmp (contact->digits, like->digits) == 0
        && (contact->passage->kind == PASSAGE_MATTER) == of_matter)
      return TRUE;
  }
  return FALSE;
}

static gboolean
any_in_body (const GArray *contacts)
{
  for (guint i = 0; i < contacts->len; i++)
    if (g_array_index (contacts, Contact, i).passage->kind != PASSAGE_MATTER)
      return TRUE;
  return FALSE;
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
    gboolean is_summary = passage_is_of (contact->passage, "summary", "tóm tắt")
                          || passage_is_of (contact->passage, "title", "tiêu đề");
    if (is_summary && any_in_body (contacts) && !has_digits (contacts, contact, FALSE)) {
      for (guint j = 0; j < contacts->len; j++)
        if (g_array_index (contacts, Contact, j).passage->kind != PASSAGE_MATTER) {
          say_other_number (review, contact, &g_array_index (contacts, Contact, j));
          break;
        }
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

static void
check_phones (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (Contact));

  g_array_set_clear_func (contacts, contact_clear);
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage_is_read (passage))
      continue;
    g_autoptr (GArray) phones = mentions_of_phones (passage);
    for (guint j = 0; j < phones->len; j++) {
      PhoneMention *phone = &g_array_index (phones, PhoneMention, j);
      check_phone (review, passage, phone);
      if (is_no_phone (passage, phone) || is_account (passage, phone->start))
        continue;
      const Contact contact = { passage, phone->start, phone->length,
                                label_before (passage, phone->start), g_strdup (phone->digits) };
      g_array_append_val (contacts, contact);
    }
  }
  compare_contacts (review, contacts);
}

/* --- how many there are --- */

/* A number in figures or in a word, before `at`. */
static guint
count_word (const Word *word)
{
  static const char *const words[] = { "không", "một", "hai", "ba",   "bốn", "năm",
                                       "sáu",   "bảy", "tám", "chín", "mười" };

  for (guint i = 1; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word->small, words[i]) == 0)
      return i;
  return 0;
}

static guint
count_before (const Passage *passage, const Word *noun, guint *start)
{
  const char *text = passage->text;
  guint end = noun->start;

  if (end < 2 || text[end - 1] != ' ')
    return 0;
  guint i = end - 1;
  while (i > 0 && g_ascii_isdigit (text[i - 1]))
    i--;
  if (i < end - 1) {
    *start = i;
    /* “2/5 bước”, “1,5”, “từ 3-5 việc” are no counts. */
    gboolean is_whole = i == 0
                        || (!g_ascii_isdigit (text[i - 1]) && strchr ("/,.-", text[i - 1]) == NULL
                            && (guchar) text[i - 1] < 0x80);
    guint value = (guint) g_ascii_strtoull (text + i, NULL, 10);
    return is_whole && end - 1 - i <= 2 ? value : 0;
  }
  for (guint j = 0; j < passage->n_words; j++)
    if (passage->words[j].start + passage->words[j].length + 1 == end) {
      const Word *before = j > 0 ? &passage->words[j - 1] : NULL;
      *start = passage->words[j].start;
      /* “bước thứ hai”, “hai mươi”, “hai, ba bước” */
      if (before && passage->words[j].follows
          && (word_is (before, "thứ") || word_is (before, "mươi") || count_word (before)))
        return 0;
      return count_word (&passage->words[j]);
    }
  return 0;
}

static guint
n_items (cmark_node *list)
{
  guint n = 0;

  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item))
    n++;
  return n;
}

/* The list a passage that ends in a colon leads to, or NULL. */
static cmark_node *
list_behind (const Passage *passage)
{
  cmark_node *next = passage->block && g_str_has_suffix (passage->text, ":")
                       ? cmark_node_next (passage->block)
                       : NULL;
  return next && cmark_node_get_type (next) == CMARK_NODE_LIST ? next : NULL;
}

/* Lines that begin “Bước 1” from `index` on, as items or paragraphs of their own, until a heading
 * or another count; the number of the last of them, if none is missing. */
static guint
steps_behind (const Manuscript *manuscript, guint index)
{
  guint n = 0;

  for (guint i = index; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage->kind == PASSAGE_MATTER)
      continue;
    if (passage->n_words > 0 && word_is (&passage->words[0], "bước")
        && passage->words[0].start == 0) {
      guint number =
        (guint) g_ascii_strtoull (passage->text + passage->words[0].length + 1, NULL, 10);
      if (number == n + 1)
        n++;
      else if (number == 1 || number == 0)
        return n;
    } else if (passage->kind == PASSAGE_HEADING && n > 0)
      return n;
  }
  return n;
}

static void
say_count (const Review *review, const Passage *passage, guint start, guint end, guint said,
           guint there)
{
  g_autofree char *text = passage_piece (passage, start, end - start);
  remark (review, "FACT-09", passage, start, end - start,
          _ ("correct the number, or add what is missing"),
          _ ("“%s” are announced, but there are %u"), text, there);
  (void) said;
}

static const char *const counted[] = { "bước", "việc",  "nội",    "cách",  "điều", "giải", "nhiệm",
                                       "loại", "nhóm",  "trường", "mục",   "biện", "dấu",  "nguyên",
                                       "quy",  "không", "thủ",    "chiêu", "hình", "lý",   "lưu",
                                       "giấy", "khoản", "yêu",    "bài",   "kỹ",   "nơi",  NULL };

/* “5 bước sau:” and the list behind it. */
static void
check_announced (const Review *review, guint index)
{
  const Manuscript *manuscript = review->manuscript;
  const Passage *passage = manuscript_passage (manuscript, index);
  cmark_node *list = list_behind (passage);
  /* The count belongs to the last sentence. */
  const char *sentence = passage->text;

  for (const char *p = passage->text; (p = strstr (p, ". ")) != NULL; p++)
    sentence = p;
  if (!g_str_has_suffix (passage->text, ":"))
    return;
  guint last_start = 0, last_end = 0, said = 0;
  gboolean is_steps = FALSE;
  for (guint i = 0; i < passage->n_words; i++) {
    const Word *noun = &passage->words[i];
    guint start = 0;
    if (passage->text + noun->start < sentence || !g_strv_contains (counted, noun->small))
      continue;
    guint n = count_before (passage, noun, &start);
    if (n < 2)
      continue;
    if (said) /* two counts: which of them the list is, is not said */
      return;
    said = n;
    last_start = start;
    last_end = noun->start + noun->length;
    is_steps = word_is (noun, "bước");
  }
  guint there = list ? n_items (list) : 0;
  if (is_steps) {
    guint steps = steps_behind (manuscript, index + 1);
    there = steps > there || there == 0 ? steps : there;
  }
  if (said && there >= 2 && there != said)
    say_count (review, passage, last_start, last_end, said, there);
}

/* How many steps the document has: its lists of steps, and its lines “Bước n”. */
static void
collect_steps (const Manuscript *manuscript, GArray *counts)
{
  cmark_node *last = NULL;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    cmark_node *item = passage->block ? cmark_node_parent (passage->block) : NULL;
    cmark_node *list =
      item && cmark_node_get_type (item) == CMARK_NODE_ITEM ? cmark_node_parent (item) : NULL;
    if (list && list != last
        && (body_role (list) == BODY_STEPS || body_role (list) == BODY_TOLD_STEPS
            || cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)) {
      guint n = n_items (list);
      g_array_append_val (counts, n);
      last = list;
    }
    if (passage->n_words > 0 && word_is (&passage->words[0], "bước") && passage->words[0].start == 0
        && strstr (passage->text, "ước 1")) {
      guint n = steps_behind (manuscript, i);
      g_array_append_val (counts, n);
    }
  }
}

/* “năm bước” in the title or the summary. */
static void
check_steps_of_title (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  collect_steps (manuscript, counts);
  for (guint i = 0; i < manuscript->passages->len && counts->len > 0; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage_is_of (passage, "title", "tiêu đề")
        && !passage_is_of (passage, "summary", "tóm tắt"))
      continue;
    for (guint j = 0; j < passage->n_words; j++) {
      guint start = 0;
      guint said = word_is (&passage->words[j], "bước")
                     ? count_before (passage, &passage->words[j], &start)
                     : 0;
      gboolean is_there = said < 2;
      for (guint k = 0; k < counts->len; k++)
        is_there |= g_array_index (counts, guint, k) == said;
      if (!is_there)
        say_count (review, passage, start, passage->words[j].start + passage->words[j].length, said,
                   g_array_index (counts, guint, 0));
    }
  }
}

/* “Bước 1, Bước 2, Bước 4” */
static void
check_gaps (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  guint last = 0;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage->kind == PASSAGE_HEADING && !g_str_has_prefix (passage->text, "Bước"))
      last = 0;
    if (passage->kind == PASSAGE_MATTER || !g_str_has_prefix (passage->text, "Bước ")
        || !g_ascii_isdigit (passage->text[strlen ("Bước ")]))
      continue;
    guint number = (guint) g_ascii_strtoull (passage->text + strlen ("Bước "), NULL, 10);
    if (number != last + 1 && number != 1 && last > 0)
      remark (review, "FACT-10", passage, 0, (guint) strlen ("Bước ") + 1,
              _ ("number them one after the other"), _ ("after step %u comes step %u"), last,
              number);
    last = number;
  }
}

/* --- sums --- */

/* The number that is all of a cell, perhaps with a word behind it. */
static gboolean
cell_value (const Passage *cell, gint64 *value)
{
  const char *behind;

  if (!figure_read (cell->text, cell->text + cell->length, value, &behind))
    return FALSE;
  while (*behind == ' ')
    behind++;
  return *behind == '\0' || !(g_ascii_isdigit (*behind) || strchr ("/-:hg", *behind));
}

static gboolean
is_total (const Passage *cell)
{
  static const char *const words[] = { "cộng",        "tổng",  "tổng cộng",  "tổng số", "toàn xã",
                                       "toàn phường", "cộng:", "tổng cộng:", NULL };
  g_autofree char *small = g_utf8_strdown (cell->text, -1);

  g_strstrip (small);
  return g_strv_contains (words, small);
}

static void
say_sum (const Review *review, const Passage *total, gint64 sum)
{
  g_autofree char *right = sum % 1000 ? g_strdup_printf ("%" G_GINT64_FORMAT ",%03" G_GINT64_FORMAT,
                                                         sum / 1000, sum % 1000)
                                      : g_strdup_printf ("%" G_GINT64_FORMAT, sum / 1000);

  remark (review, "FACT-11", total, 0, (guint) total->length, _ ("add them up again"),
          _ ("the column adds up to %s, not “%s”"), right, total->text);
}

static gboolean
is_empty_value (const Passage *cell)
{
  return strcmp (cell->text, "-") == 0 || strcmp (cell->text, "–") == 0;
}

/* The cells of a table stand one behind the other from passage `first` on. */
static void
check_column (const Review *review, guint first, const Passage *total)
{
  const GPtrArray *passages = review->manuscript->passages;
  gint64 sum = 0, said, value;
  guint n = 0;

  if (!cell_value (total, &said) || strchr (total->text, '%'))
    return;
  for (guint i = first; i < passages->len; i++) {
    const Passage *cell = passages->pdata[i];
    if (cell->table != total->table || cell->row >= total->row)
      break;
    if (cell->row > 0 && cell->column == 0 && is_total (cell)) /* a total in between */
      return;
    if (cell->row == 0 || cell->column != total->column || is_empty_value (cell))
      continue;
    if (!cell_value (cell, &value))
      return;
    sum += value;
    n++;
  }
  if (n >= 2 && sum != said)
    say_sum (review, total, sum);
}

static void
check_tables (const Review *review)
{
  const GPtrArray *passages = review->manuscript->passages;
  guint first = 0; /* of the table at hand */

  for (guint i = 0; i < passages->len; i++) {
    const Passage *passage = passages->pdata[i];
    if (passage->table == 0)
      continue;
    if (i == 0 || ((const Passage *) passages->pdata[i - 1])->table != passage->table)
      first = i;
    if (passage->row < 3 || passage->column > 1 || !is_total (passage))
      continue;
    for (guint j = i + 1; j < passages->len; j++) {
      const Passage *cell = passages->pdata[j];
      if (cell->table != passage->table || cell->row != passage->row)
        break;
      check_column (review, first, cell);
    }
  }
}

/* “120 hộ, gồm 70 hộ nghèo và 60 hộ cận nghèo” */
typedef struct {
  gint64 value;
  guint start, end; /* of the number and the word behind it */
  char unit[32];
} Amount;

static gboolean
read_amount (const Passage *passage, guint at, Amount *amount)
{
  const char *text = passage->text, *behind;

  if ((at > 0 && (g_ascii_isalnum (text[at - 1]) || strchr (".,/-:", text[at - 1])))
      || !figure_read (text + at, text + passage->length, &amount->value, &behind)
      || *behind != ' ')
    return FALSE;
  const char *word = behind + 1, *end = word;
  while (*end && g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  /* “15 triệu tài khoản” */
  if (end - word >= (gssize) sizeof amount->unit || end == word)
    return FALSE;
  memcpy (amount->unit, word, (gsize) (end - word));
  amount->unit[end - word] = '\0';
  amount->start = at;
  amount->end = (guint) (end - text);
  return TRUE;
}

static void
check_parts (const Review *review, const Passage *passage, const Amount *whole)
{
  const char *rest = passage->text + whole->end;
  const char *gom = NULL, *limit = rest + strcspn (rest, ";.)");
  static const char *const openings[] = { "gồm", "trong đó", "bao gồm", "(", NULL };

  for (guint i = 0; openings[i]; i++) {
    const char *found = g_strstr_len (rest, MIN (60, limit - rest), openings[i]);
    if (found && (gom == NULL || found < gom))
      gom = found;
  }
  /* A stop in “1.250” ends no sentence. */
  while (*limit == '.' && g_ascii_isdigit (limit[1]))
    limit += 1 + strcspn (limit + 1, ";.)");
  if (gom == NULL || gom > limit)
    return;
  gboolean is_all = strncmp (gom, "trong đó", strlen ("trong đó")) != 0;
  gint64 sum = 0;
  guint n = 0, end = 0;
  gsize next = (gsize) (gom - passage->text);
  while (passage->text + (next = passage_next_number (passage, next)) < limit) {
    Amount part;
    if (!read_amount (passage, (guint) next++, &part))
      continue;
    next = part.end;
    if (strcmp (part.unit, whole->unit) != 0)
      return; /* of what, is not clear */
    sum += part.value;
    n++;
    end = part.end;
  }
  if (n < 2 || sum == whole->value || (!is_all && sum < whole->value))
    return;
  g_autofree char *text = passage_piece (passage, whole->start, whole->end - whole->start);
  g_autofree char *right = sum % 1000 ? g_strdup_printf ("%.1f", (double) sum / 1000)
                                      : g_strdup_printf ("%" G_GINT64_FORMAT, sum / 1000);
  remark (review, "FACT-12", passage, whole->start, end - whole->start, _ ("add them up again"),
          _ ("the parts of “%s” add up to %s"), text, right);
}

/* --- from … to … --- */

static gboolean
is_behind (const char *text, guint at, const char *word)
{
  gsize n = strlen (word);

  return at >= n && g_ascii_strncasecmp (text + at - n, word, n) == 0;
}

static void
check_range (const Review *review, const Passage *passage, guint at, const Amount *first)
{
  const char *text = passage->text, *behind;
  const char *p = text + first->end;
  gint64 second;
  static const char *const links[] = { " đến ", " - ", " – ", " tới ", NULL };

  if (!is_behind (text, at, "từ ") && !is_behind (text, at, "từ đủ "))
    return;
  /* “từ 5.000.000 đồng đến 3.000.000 đồng”, “từ 5 đến 3 triệu đồng” */
  const char *bare;
  gint64 value;
  figure_read (text + at, text + passage->length, &value, &bare);
  for (guint i = 0; links[i]; i++) {
    gsize n = strlen (links[i]);
    gboolean is_bare = strncmp (bare, links[i], n) == 0;
    if (!is_bare && strncmp (p, links[i], n) != 0)
      continue;
    const char *start = (is_bare ? bare : p) + n;
    if (!figure_read (start, text + passage->length, &second, &behind) || second >= value
        || *behind == '/' || *behind == 'h' || *behind == ':')
      return;
    const char *unit = *behind == ' ' ? behind + 1 : behind;
    gboolean is_same = strncmp (unit, first->unit, strlen (first->unit)) == 0;
    /* “từ 7 giờ”, “từ tầng 5 đến 2”, years of one's life are something else. */
    if (strcmp (first->unit, "giờ") == 0 || (!is_bare && !is_same)
        || (is_bare && !g_unichar_isalpha (g_utf8_get_char (unit)) && *unit != '%'))
      return;
    if (is_bare
        && (g_str_has_prefix (unit, "giờ") || g_str_has_prefix (unit, "tháng")
            || g_str_has_prefix (unit, "năm")))
      return;
    g_autofree char *written = g_strndup (text + at, (gsize) (behind - text - at));
    remark (review, "FACT-16", passage, at, (guint) (behind - text) - at,
            _ ("the smaller one comes first"), _ ("“%s” ends below where it begins"), written);
    return;
  }
}

static void
check_amounts (const Review *review, const Passage *passage)
{
  for (gsize next = 0; (next = passage_next_number (passage, next)) < passage->length;) {
    Amount amount;
    guint at = (guint) next++;
    if (passage->marks[at] & MARK_ADDRESS || !read_amount (passage, at, &amount))
      continue;
    check_parts (review, passage, &amount);
    check_range (review, passage, at, &amount);
    next += strspn (passage->text + next, "0123456789.,");
  }
}

/* --- the same, said twice --- */

typedef struct {
  const Passage *passage;
  Amount amount;
  char *key; /* owned: the two words before it, and the one behind */
} Said;

static void
said_clear (gpointer data)
{
  g_free (((Said *) data)->key);
}

/* Units of what is paid, given and waited for; others count things, of which there may be many. */
static gboolean
is_measured (const char *unit)
{
  static const char *const units[] = { "đồng", "triệu", "nghìn", "ngàn", "tỷ",   "ngày", "giờ",
                                       "phút", "ml",    "mg",    "g",    "gam",  "viên", "gói",
                                       "lần",  "lít",   "km",    "kg",   "bước", "giây", NULL };
  return g_strv_contains (units, unit);
}

static char *
key_of (const Passage *passage, const Amount *amount)
{
  const Word *before[2] = { NULL, NULL };

  for (guint i = 0; i < passage->n_words; i++) {
    const Word *word = &passage->words[i];
    if (word->start + word->length > amount->start)
      break;
    if (amount->start - (word->start + word->length) == 1 && i > 0 && word->follows) {
      before[0] = &passage->words[i - 1];
      before[1] = word;
    }
  }
  return before[0] ? g_strjoin (" ", before[0]->small, before[1]->small, amount->unit, NULL) : NULL;
}

/* What the title, the summary or a block for one channel says with the same words as the text is
 * the same amount. */
static void
check_said_twice (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Said));

  g_array_set_clear_func (all, said_clear);
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    gsize next = passage_is_read (passage) ? 0 : passage->length;
    while ((next = passage_next_number (passage, next)) < passage->length) {
      Said said = { .passage = passage };
      if (!read_amount (passage, (guint) next++, &said.amount) || !is_measured (said.amount.unit))
        continue;
      said.key = key_of (passage, &said.amount);
      next = said.amount.end;
      if (said.key)
        g_array_append_val (all, said);
    }
  }
  for (guint i = 0; i < all->len; i++) {
    const Said *said = &g_array_index (all, Said, i);
    gboolean is_apart = said->passage->kind == PASSAGE_MATTER || said->passage->channels;
    const Said *other = NULL;
    for (guint j = 0; j < all->len && is_apart; j++) {
      const Said *one = &g_array_index (all, Said, j);
      if (one->passage == said->passage || strcmp (one->key, said->key) != 0)
        continue;
      if (one->amount.value == said->amount.value) {
        other = NULL;
        break;
      }
      if (one->passage->kind != PASSAGE_MATTER && !one->passage->channels)
        other = one;
    }
    if (other == NULL)
      continue;
    g_autofree char *text =
      passage_piece (said->passage, said->amount.start, said->amount.end - said->amount.start);
    g_autofree char *theirs =
      passage_piece (other->passage, other->amount.start, other->amount.end - other->amount.start);
    remark (review, "FACT-15", said->passage, said->amount.start,
            said->amount.end - said->amount.start,
            _ ("write it once, as a value, and name it in both places"),
            _ ("“%s” here is “%s” in line %u"), text, theirs,
            passage_place (manuscript, other->passage, other->amount.start).line);
  }
}

/* --- days, said twice --- */

typedef struct {
  guint n_days; /* in the text */
  gboolean has[13][32];
} Calendar;

static void
mark_days (Calendar *calendar, const GArray *days)
{
  for (guint i = 0; i < days->len; i++) {
    const DayMention *day = &g_array_index (days, DayMention, i);
    if (day->day >= 1 && day->day <= 31 && day->month >= 1 && day->month <= 12) {
      calendar->has[day->month][day->day] = TRUE;
      calendar->n_days++;
    }
  }
}

static void
mark_date (Calendar *calendar, Date date)
{
  if (date_is_set (date))
    calendar->has[date.month][date.day] = TRUE;
}

/* “lễ Quốc khánh 2/9” is the name of a day. */
static gboolean
is_named_day (const Passage *passage, const DayMention *day)
{
  static const char *const names[] = { "lễ",      "Lễ",      "Tết",      "tết",
                                       "khánh",   "kỷ niệm", "Kỷ niệm",  "truyền thống",
                                       "Quốc tế", "dịp",     "Ngày hội", NULL };
  guint from = day->start > 40 ? day->start - 40 : 0;
  g_autofree char *before = g_strndup (passage->text + from, day->start - from);

  for (guint i = 0; names[i]; i++)
    if (strstr (before, names[i]))
      return TRUE;
  return FALSE;
}

/* Marks the hours of a passage in `has`, by the minute; how many there are. */
static guint
mark_hours (const Passage *passage, gboolean *has)
{
  guint n = 0, minutes;
  gboolean is_bad;

  for (gsize at = 0; (at = passage_next_number (passage, at)) < passage->length;) {
    const char *text = passage->text + at++, *end;
    if ((text > passage->text && (g_ascii_isalnum (text[-1]) || strchr (":.,/-", text[-1])))
        || (end = clock_read (text, &minutes, &is_bad)) == NULL)
      continue;
    if (!is_bad && minutes < 24 * 60) {
      /* “7 giờ tối” is 19 hours, and so is what leaves the word out. */
      has[minutes] = has[(minutes + 12 * 60) % (24 * 60)] = TRUE;
      n++;
    }
    at = (gsize) (end - passage->text);
  }
  return n;
}

/* An hour of the title or the summary is in the text, if the text has any. */
static void
check_hours_of_title (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  gboolean has[24 * 60] = { FALSE }, said[24 * 60];
  guint n = 0;

  for (guint i = 0; i < manuscript->passages->len; i++)
    if (manuscript_passage (manuscript, i)->kind != PASSAGE_MATTER)
      n += mark_hours (manuscript_passage (manuscript, i), has);
  for (guint i = 0; n > 0 && i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage_is_of (passage, "title", "tiêu đề")
        && !passage_is_of (passage, "summary", "tóm tắt"))
      continue;
    memset (said, 0, sizeof said);
    mark_hours (passage, said);
    for (guint minute = 0; minute < 12 * 60; minute++)
      if (said[minute] && !has[minute]) {
        remark (review, "FACT-08", passage, 0, (guint) passage->length,
                _ ("correct it here or in the text"),
                _ ("the hour that stands here is none of those in the text"));
        break;
      }
  }
}

/* A day of the title or the summary is in the text, or among the dates of the document. */
static void
check_days_of_title (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  const Document *document = manuscript->document;
  Calendar calendar = { 0 };

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage->kind == PASSAGE_MATTER)
      continue;
    g_autoptr (GArray) days = mentions_of_days (passage);
    mark_days (&calendar, days);
  }
  if (calendar.n_days == 0)
    return;
  mark_date (&calendar, document->date);
  mark_date (&calendar, document->broadcast.from);
  mark_date (&calendar, document->broadcast.until);
  mark_date (&calendar, document->deadline);
  if (document->expires != MOMENT_NONE)
    mark_date (&calendar, date_of_moment (document->expires - 1));
  for (guint i = 0; i < document->n_phases; i++) {
    mark_date (&calendar, document->phases[i].from);
    mark_date (&calendar, document->phases[i].until);
  }
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage_is_of (passage, "title", "tiêu đề")
        && !passage_is_of (passage, "summary", "tóm tắt"))
      continue;
    g_autoptr (GArray) days = mentions_of_days (passage);
    for (guint j = 0; j < days->len; j++) {
      const DayMention *day = &g_array_index (days, DayMention, j);
      if (day->day < 1 || day->day > 31 || day->month < 1 || day->month > 12
          || calendar.has[day->month][day->day] || is_named_day (passage, day))
        continue;
      g_autofree char *text = passage_piece (passage, day->start, day->length);
      remark (review, "FACT-08", passage, day->start, day->length,
              _ ("correct one of them; a value that is named in both places cannot differ"),
              _ ("“%s” stands nowhere in the text, which has other days"), text);
    }
  }
}

void
figures_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;

  check_phones (review);
  check_tables (review);
  check_gaps (review);
  check_steps_of_title (review);
  check_said_twice (review);
  check_days_of_title (review);
  check_hours_of_title (review);
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage_is_read (passage))
      continue;
    check_amounts (review, passage);
    if (passage->kind != PASSAGE_MATTER)
      check_announced (review, i);
  }
}
