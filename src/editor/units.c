/* SPDX-License-Identifier: MIT */
/* Two levels since 1 July 2025: a text of today that writes to a district, or to a department that
 * was merged, reaches nobody. What a text tells of the past may name them. */
#include "editor/decree.h"

#include "base/i18n.h"

#include <string.h>

/* Who went when, and who does the work since. A name begins with what check_gone() looks for first.
 */
static const struct {
  const char *name;
  Date last; /* its last day */
  const char *now;
} gone[] = {
  { "Sở Thông tin và Truyền thông",
    { 2025, 2, 28 },
    "Sở Khoa học và Công nghệ, hoặc Sở Văn hóa, Thể thao và Du lịch" },
  { "Bộ Thông tin và Truyền thông", { 2025, 2, 28 }, "Bộ Khoa học và Công nghệ" },
  { "Sở Kế hoạch và Đầu tư", { 2025, 2, 28 }, "Sở Tài chính" },
  { "Bộ Kế hoạch và Đầu tư", { 2025, 2, 28 }, "Bộ Tài chính" },
  { "Sở Tài nguyên và Môi trường", { 2025, 2, 28 }, "Sở Nông nghiệp và Môi trường" },
  { "Bộ Tài nguyên và Môi trường", { 2025, 2, 28 }, "Bộ Nông nghiệp và Môi trường" },
  { "Sở Nông nghiệp và Phát triển nông thôn", { 2025, 2, 28 }, "Sở Nông nghiệp và Môi trường" },
  { "Bộ Nông nghiệp và Phát triển nông thôn", { 2025, 2, 28 }, "Bộ Nông nghiệp và Môi trường" },
  { "Sở Giao thông vận tải", { 2025, 2, 28 }, "Sở Xây dựng" },
  { "Bộ Giao thông vận tải", { 2025, 2, 28 }, "Bộ Xây dựng" },
  { "Sở Lao động - Thương binh và Xã hội", { 2025, 2, 28 }, "Sở Nội vụ" },
  { "Bộ Lao động - Thương binh và Xã hội", { 2025, 2, 28 }, "Bộ Nội vụ" },
  { "Ban Tuyên giáo", { 2025, 1, 31 }, "Ban Tuyên giáo và Dân vận" },
};

static const Date last_of_districts = { 2025, 6, 30 };

static Date
date_of (const Review *review)
{
  const Document *document = review->manuscript->document;
  return date_is_set (document->date) ? document->date
                                      : date_of_moment (review->manuscript->site->now);
}

/* The sentence around byte `at` tells of what was. */
static gboolean
tells_of_the_past (const Passage *passage, guint at)
{
  static const char *const words[] = { "trước đây",   "Trước đây",
                                       "trước khi",   "cũ",
                                       "nguyên",      "sáp nhập",
                                       "sắp xếp",     "hợp nhất",
                                       "nay là",      "trước ngày",
                                       "không còn",   "bỏ cấp",
                                       "đã được cấp", "2024",
                                       "2023",        "2022",
                                       "2021",        "2020",
                                       "/2025",       "năm 2025",
                                       "giải thể",    "kết thúc hoạt động",
                                       "chuyển về",   "bãi bỏ",
                                       "trước 1",     "đã cấp",
                                       "thay cho",    NULL };
  guint from = at, to = at;

  while (from > 0 && !(strchr (".;", passage->text[from - 1]) && passage->text[from] == ' '))
    from--;
  while (to < passage->length
         && !(strchr (".;", passage->text[to])
              && (passage->text[to + 1] == ' ' || passage->text[to + 1] == '\0')))
    to++;
  g_autofree char *sentence = passage_piece (passage, from, to - from);
  for (guint i = 0; words[i]; i++)
    if (strstr (sentence, words[i]))
      return TRUE;
  return FALSE;
}

static void
check_gone (const Review *review, const Passage *passage, Date date)
{
  if (!strstr (passage->text, "Sở ") && !strstr (passage->text, "Bộ ")
      && !strstr (passage->text, "Ban Tuyên giáo"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++) {
    const char *found =
      date_compare (date, gone[i].last) > 0 ? strstr (passage->text, gone[i].name) : NULL;
    if (found == NULL)
      continue;
    guint at = (guint) (found - passage->text), n = (guint) strlen (gone[i].name);
    if (tells_of_the_past (passage, at)
        || (strcmp (gone[i].name, "Ban Tuyên giáo") == 0
            && g_str_has_prefix (found + n, " và Dân vận")))
      continue;
    g_autofree char *advice = g_strdup_printf (_ ("write who does its work now: %s"), gone[i].now);
    g_autofree char *last = date_short (gone[i].last);
    remark (review, "ND30-66", passage, at, n, advice, _ ("there is no “%s” since %s"),
            gone[i].name, last);
  }
}

/* “UBND huyện”, “Công an quận”, “huyện Ninh Phước”, “thị trấn”: an office or a name makes it a unit
 * of its own; “các quận, huyện cũ” does not. */
static void
check_districts (const Review *review, const Passage *passage)
{
  static const char *const offices[] = { "ubnd", "dân",  "an",   "ủy",   "hđnd", "phòng",
                                         "văn",  "trực", "tịch", "quân", "viện", "tâm",
                                         "bhxh", "cục",  "tế",   "sự",   NULL };

  for (guint i = 0; i < passage->n_words; i++) {
    const Word *word = &passage->words[i];
    const Word *next = word_after (passage, i + 1);
    gboolean is_town = word_is (word, "thị") && (word_is (next, "xã") || word_is (next, "trấn"));
    if (word->is_skipped || (!is_town && !word_is (word, "huyện") && !word_is (word, "quận")))
      continue;
    const Word *behind = is_town ? word_after (passage, i + 2) : next;
    const Word *before = i > 0 && word->follows ? &passage->words[i - 1] : NULL;
    guint end = is_town ? next->start + next->length : word->start + word->length;
    gboolean is_named = behind && behind->letters == CASE_TITLE && word->letters == CASE_SMALL;
    gboolean is_numbered = passage->text[end] == ' ' && g_ascii_isdigit (passage->text[end + 1])
                           && word_is (word, "quận");
    gboolean is_office =
      before && g_strv_contains (offices, before->small) && word->letters == CASE_SMALL;
    if ((!is_named && !is_numbered && !is_office) || word_is (behind, "ủy")
        || word_is (behind, "cũ") || word_is (behind, "đội")
        || tells_of_the_past (passage, word->start))
      continue;
    guint start = is_office ? before->start : word->start;
    guint to = is_named ? behind->start + behind->length : end;
    g_autofree char *text = passage_piece (passage, start, to - start);
    remark (review, "ND30-66", passage, start, to - start,
            _ ("write the commune, ward or province that does its work now"),
            _ ("there are no districts, towns and townships since 01/07/2025: “%s”"), text);
    i++;
  }
}

/* “tỉnh Ninh Thuận” of a text after the merger. */
static void
check_provinces (const Review *review, const Passage *passage, Date date)
{
  const LocalityTable *table = review->manuscript->site->localities;

  for (guint i = 0; i + 2 < passage->n_words; i++) {
    const Word *word = &passage->words[i];
    if (!word_is (word, "tỉnh") || word->letters != CASE_SMALL || !passage->words[i + 1].follows
        || passage->words[i + 1].letters != CASE_TITLE)
      continue;
    const char *name = passage->text + passage->words[i + 1].start;
    const Locality *old = NULL;
    gboolean is_alive = FALSE;
    for (guint j = 0; j < locality_table_size (table); j++) {
      const Locality *row = locality_table_row (table, j);
      gsize n = strlen (row->name);
      if (row->parent_code || strncmp (name, row->name, n) != 0
          || g_unichar_isalpha (g_utf8_get_char (name + n)))
        continue;
      if (locality_is_valid_on (row, date)
          && (row->kind == LOCALITY_PROVINCE || row->kind == LOCALITY_CITY))
        is_alive = TRUE;
      else if (date_is_set (row->valid_to) && date_compare (row->valid_to, date) < 0)
        old = row;
    }
    if (old == NULL || is_alive || tells_of_the_past (passage, word->start))
      continue;
    const Locality *now = locality_successor (table, old);
    g_autofree char *full = now ? locality_full_name (now) : NULL;
    g_autofree char *advice = full ? g_strdup_printf (_ ("it is %s now"), full) : NULL;
    guint length = passage->words[i + 1].start + (guint) strlen (old->name) - word->start;
    g_autofree char *last = date_short (old->valid_to);
    remark (review, "ND30-66", passage, word->start, length, advice,
            _ ("there is no province “%s” since %s"), old->name, last);
  }
}

void
units_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  Date date = date_of (review);

  if (date_compare (date, (Date){ 2025, 2, 1 }) < 0 || manuscript->document->is_sample)
    return;
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage->is_read || passage->is_quoted)
      continue;
    check_gone (review, passage, date);
    if (date_compare (date, last_of_districts) <= 0)
      continue;
    check_districts (review, passage);
    check_provinces (review, passage, date);
  }
}
