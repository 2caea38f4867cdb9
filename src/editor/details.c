/* SPDX-License-Identifier: MIT */
/* The text speaks of what a key says where its own words stand right before the number: “lệ phí là
 * 9.000 đồng”, “mất khoảng 15 phút”, “mở cửa từ 7 giờ đến 11 giờ”. Where one of the numbers it
 * names so is that of the key, the others are of something else. */
#include "editor/details.h"

#include "base/i18n.h"
#include "editor/mention.h"

#include <string.h>

typedef struct Detail Detail;
struct Detail {
  const char *english, *vietnamese; /* the key */
  const char *const *openings;      /* its words in a text, in small letters */
  /* Where the number at byte `at` of `passage` ends, when it is of the sort the key speaks of, and
   * then whether `value` says it, too; 0: it is not. */
  guint (*compare) (const Passage *value, const Passage *passage, guint at, gboolean *is_said);
};

/* --- amounts --- */

static guint
compare_amount (const Passage *value, const Passage *passage, guint at, gboolean *is_said)
{
  Amount there, said;
  gboolean is_sort = FALSE;

  if (!amount_read (passage, at, &there))
    return 0;
  *is_said = FALSE;
  for (gsize next = 0; (next = passage_next_number (value, next)) < value->length; next++)
    if (amount_read (value, (guint) next, &said) && strcmp (said.unit, there.unit) == 0) {
      is_sort = TRUE;
      *is_said |= said.value == there.value;
    }
  return is_sort ? there.end : 0;
}

/* --- hours --- */

/* How many hours the value names; `is_said`: one of them is `minutes`. */
static guint
count_clocks (const Passage *value, guint minutes, gboolean *is_said)
{
  guint n = 0;
  Clock said;

  *is_said = FALSE;
  for (gsize next = 0; clock_find (value, next, &said); next = said.start + said.length) {
    *is_said |= said.minutes == minutes;
    n++;
  }
  return n;
}

/* “7 giờ đến 10 giờ 30”: both ends are in a value that has ends itself. */
static guint
compare_hours (const Passage *value, const Passage *passage, guint at, gboolean *is_said)
{
  static const char *const links[] = { " đến ", " - ", " – ", "-", "–" };
  gboolean has_from, has_until;
  Clock from, until;

  if (!clock_at (passage, at, &from))
    return 0;
  guint behind = from.start + from.length;
  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    if (!g_str_has_prefix (passage->text + behind, links[i])
        || !clock_at (passage, behind + strlen (links[i]), &until))
      continue;
    guint n_said = count_clocks (value, from.minutes, &has_from);
    count_clocks (value, until.minutes, &has_until);
    *is_said = has_from && has_until;
    return n_said >= 2 ? until.start + until.length : 0;
  }
  return 0;
}

/* --- the text --- */

static const char *const fee[] = { "lệ phí", "phí", NULL };
static const char *const duration[] = { "mất", "trong vòng", NULL };
static const char *const hours[] = { "mở cửa", "mở", "làm việc", "tiếp dân", "trực", NULL };

static const Detail details[] = {
  { "fee", "lệ phí", fee, compare_amount },
  { "duration", "mất bao lâu", duration, compare_amount },
  { "hours", "giờ làm việc", hours, compare_hours },
};

/* Takes off the end of `text` what leads on to a number. */
static void
drop_leads (char *text)
{
  static const char *const leads[] = { "khoảng", "chỉ", "hết", "là", "tối đa",
                                       "từ",     "lúc", "mức", ":",  " " };
  gsize n = strlen (text);
  guint i = 0;

  while (i < G_N_ELEMENTS (leads))
    if (g_str_has_suffix (text, leads[i])) {
      text[n -= strlen (leads[i])] = '\0';
      i = 0;
    } else
      i++;
}

/* TRUE when one of `openings` stands before byte `at`, with nothing but words that lead on between.
 */
static gboolean
follows_opening (const Passage *passage, guint at, const char *const *openings)
{
  g_autofree char *before = small_before (passage->text, at, 48);

  drop_leads (before);
  gsize n = strlen (before);
  for (; *openings; openings++) {
    gsize length = strlen (*openings);
    if (g_str_has_suffix (before, *openings)
        && (n == length || strchr (" (", before[n - length - 1])))
      return TRUE;
  }
  return FALSE;
}

static void
check_detail (const Review *review, const Detail *detail, const Passage *value)
{
  const Manuscript *manuscript = review->manuscript;
  const Passage *other = NULL; /* where the text first says something else */
  guint start = 0, end = 0;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage->kind == PASSAGE_MATTER || !passage->is_read || passage->is_quoted)
      continue;
    for (gsize at = 0; (at = passage_next_number (passage, at)) < passage->length; at++) {
      gboolean is_said;
      guint behind = detail->compare (value, passage, (guint) at, &is_said);
      if (behind == 0 || !follows_opening (passage, (guint) at, detail->openings))
        continue;
      if (is_said)
        return;
      if (other)
        continue;
      other = passage;
      start = (guint) at;
      end = behind;
    }
  }
  if (other == NULL)
    return;
  g_autofree char *text = passage_piece (other, start, end - start);
  remark (review, "FACT-15", other, start, end - start,
          _ ("write it once, as a value, and name it in both places"),
          _ ("“%s” here is “%s” in line %u"), text, value->text,
          passage_place (manuscript, value, 0).line);
}

void
details_read (const Review *review)
{
  for (guint i = 0; i < G_N_ELEMENTS (details); i++) {
    const Passage *value =
      manuscript_value (review->manuscript, details[i].english, details[i].vietnamese);
    if (value)
      check_detail (review, &details[i], value);
  }
}
