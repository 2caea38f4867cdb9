/* SPDX-License-Identifier: MIT */
#include "editor/totals.h"

#include "base/i18n.h"
#include "editor/mention.h"

#include <string.h>

/* --- columns --- */

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
  g_autofree char *right = figure_write (sum);

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

/* The cell of the table that `first` begins in this row and column, or NULL. */
static const Passage *
cell_at (const GPtrArray *passages, guint first, guint row, guint column)
{
  guint table = ((const Passage *) passages->pdata[first])->table;

  for (guint i = first; i < passages->len; i++) {
    const Passage *cell = passages->pdata[i];
    if (cell->table != table || cell->row > row)
      return NULL;
    if (cell->row == row && cell->column == column)
      return cell;
  }
  return NULL;
}

/* The column whose head begins with these words, in small letters; G_MAXUINT: none. */
static guint
column_of (const GPtrArray *passages, guint first, const char *words)
{
  guint table = ((const Passage *) passages->pdata[first])->table;

  for (guint i = first; i < passages->len; i++) {
    const Passage *cell = passages->pdata[i];
    if (cell->table != table || cell->row > 0)
      break;
    g_autofree char *small = g_utf8_strdown (cell->text, -1);
    if (g_str_has_prefix (small, words))
      return cell->column;
  }
  return G_MAXUINT;
}

/* “Số lượng | Đơn giá | Thành tiền” */
static void
check_products (const Review *review, guint first)
{
  static const char *const heads[] = { "số lượng", "đơn giá", "thành tiền" };
  const GPtrArray *passages = review->manuscript->passages;
  guint columns[G_N_ELEMENTS (heads)];
  const Passage *last = passages->pdata[first];

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if ((columns[i] = column_of (passages, first, heads[i])) == G_MAXUINT)
      return;
  for (guint i = first;
       i < passages->len && ((const Passage *) passages->pdata[i])->table == last->table; i++)
    last = passages->pdata[i];
  for (guint row = 1; row <= last->row; row++) {
    gint64 values[G_N_ELEMENTS (heads)];
    const Passage *cell = NULL;
    guint n = 0;
    while (n < G_N_ELEMENTS (heads) && (cell = cell_at (passages, first, row, columns[n])) != NULL
           && cell_value (cell, &values[n]))
      n++;
    if (n < G_N_ELEMENTS (heads) || values[0] * (values[1] / 1000) == values[2])
      continue;
    g_autofree char *right = figure_write (values[0] * (values[1] / 1000));
    remark (review, "FACT-11", cell, 0, (guint) cell->length, _ ("multiply them again"),
            _ ("number and price make %s, not “%s”"), right, cell->text);
  }
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
    if (i == 0 || ((const Passage *) passages->pdata[i - 1])->table != passage->table) {
      first = i;
      check_products (review, first);
    }
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

/* --- the parts of a whole --- */

/* “74 hộ ngập dưới 0,5 m và 44 hộ”: how deep, how old, how long is no part. */
static gboolean
is_dimension (const char *unit)
{
  static const char *const units[] = { "m",  "mét",  "cm",  "mm",    "km",   "ha",  "m²", "kg",
                                       "độ", "tuổi", "năm", "tháng", "ngày", "giờ", NULL };
  return g_strv_contains (units, unit);
}

/* Where a dimension at `at` ends, or one from … to … (“từ 0,5 đến 1,2 m”); 0: it is none. */
static guint
skip_dimension (const Passage *passage, const Amount *amount)
{
  Amount to;

  if (strcmp (amount->unit, "đến") == 0)
    return amount_read (passage, amount->end + 1, &to) ? skip_dimension (passage, &to) : 0;
  return is_dimension (amount->unit) ? amount->end : 0;
}

/* “120 hộ, gồm 70 hộ nghèo và 60 hộ cận nghèo” */
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
    if (!amount_read (passage, (guint) next++, &part))
      continue;
    gboolean is_part = strcmp (part.unit, whole->unit) == 0;
    guint behind = is_part ? part.end : skip_dimension (passage, &part);
    if (behind == 0)
      return; /* of what, is not clear */
    next = behind;
    if (!is_part)
      continue;
    sum += part.value;
    n++;
    end = part.end;
  }
  /* A part alone says something when it is more than the whole. */
  if (n == 0 || (n < 2 && is_all) || sum == whole->value || (!is_all && sum < whole->value))
    return;
  g_autofree char *text = passage_piece (passage, whole->start, whole->end - whole->start);
  g_autofree char *right = figure_write (sum);
  remark (review, "FACT-12", passage, whole->start, end - whole->start, _ ("add them up again"),
          _ ("the parts of “%s” add up to %s"), text, right);
}

/* --- so many of so much each --- */

/* “45 triệu đồng” and “300.000 đồng” are of one unit: money is counted in đồng. */
static gboolean
read_quantity (const Passage *passage, guint at, Amount *quantity)
{
  static const struct {
    const char *unit;
    gint64 times;
  } monies[] = {
    { "đồng", 1 }, { "nghìn", 1000 }, { "ngàn", 1000 }, { "triệu", 1000000 }, { "tỷ", 1000000000 }
  };

  if (!amount_read (passage, at, quantity))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (monies); i++)
    if (strcmp (quantity->unit, monies[i].unit) == 0) {
      if (quantity->value >= G_MAXINT64 / monies[i].times)
        return FALSE;
      quantity->value *= monies[i].times;
      g_strlcpy (quantity->unit, "đồng", sizeof quantity->unit);
      break;
    }
  return TRUE;
}

static guint
sentence_end (const Passage *passage, guint at)
{
  while (at < passage->length
         && !(strchr (".;", passage->text[at]) && !g_ascii_isdigit (passage->text[at + 1])))
    at++;
  return at;
}

/* The first quantity behind one of `words`, from byte `from` to the end of its sentence; FALSE when
 * there is none. */
static gboolean
find_quantity (const Passage *passage, guint from, const char *const *words, Amount *quantity)
{
  guint to = sentence_end (passage, from);

  for (gsize at = from; (at = passage_next_number (passage, at)) < to; at++)
    if (follows_any (passage->text, (guint) at, words)
        && read_quantity (passage, (guint) at, quantity))
      return TRUE;
  return FALSE;
}

/* “150 suất quà trị giá 45 triệu đồng, mỗi suất 300.000 đồng”, “12 ô, mỗi ô 40 mét vuông, tổng cộng
 * 480 mét vuông” */
static void
check_each (const Review *review, const Passage *passage, const Amount *count)
{
  static const char *const totals[] = { "trị giá ",     "tổng trị giá ",   "tổng số tiền ",
                                        "với số tiền ", "tổng giá trị ",   "tổng cộng ",
                                        "tất cả ",      "tổng diện tích ", NULL };
  Amount total, one;

  if (count->value % 1000 != 0 || strstr (passage->text + count->end, "mỗi ") == NULL)
    return;
  g_autofree char *each = g_strdup_printf ("mỗi %s ", count->unit);
  g_autofree char *each_is = g_strdup_printf ("mỗi %s trị giá ", count->unit);
  const char *const eaches[] = { each, each_is, NULL };
  if (!find_quantity (passage, count->end, eaches, &one)
      || !find_quantity (passage, count->end, totals, &total) || total.start == one.start
      || strcmp (one.unit, total.unit) != 0 || count->value / 1000 * one.value == total.value)
    return;
  guint end = MAX (one.end, total.end);
  g_autofree char *written = passage_piece (passage, count->start, count->end - count->start);
  g_autofree char *right = figure_write (count->value / 1000 * one.value);
  remark (review, "FACT-12", passage, count->start, end - count->start,
          _ ("correct the number, what one is or what all are"), _ ("“%s” of this are %s %s"),
          written, right, one.unit);
}

/* “lập thành 05 bản, mỗi bên giữ 02 bản”, by as many as sign it. */
static void
check_copies (const Review *review, const Passage *passage, const Amount *all)
{
  static const char *const each[] = { "mỗi bên giữ ", "mỗi bên ", NULL };
  guint n_signers = review->manuscript->document->n_signers;
  Amount one;

  if (n_signers < 2 || strcmp (all->unit, "bản") != 0
      || !find_quantity (passage, all->end, each, &one) || strcmp (one.unit, "bản") != 0
      || one.value * n_signers == all->value)
    return;
  remark (review, "FACT-12", passage, all->start, one.end - all->start, _ ("correct the number"),
          _ ("%u who sign and get so many each do not get all copies"), n_signers);
}

/* --- shares of a hundred --- */

#define HUNDRED 100000 /* in thousandths */

typedef struct {
  guint start, end; /* of the first and the last of them */
  guint n;
  gint64 sum;
  gint64 last;
  gboolean is_rounded;
} Shares;

/* Adds the share that ends at the sign at `at`: “35%”, “35,5 %”. What something rose or fell by is
 * none. */
static void
add_share (const Passage *passage, guint at, guint from, Shares *shares)
{
  static const char *const changes[] = { "tăng ", "giảm ", "hơn ", "thêm ", "vượt ", NULL };
  const char *text = passage->text, *behind;
  guint start = at;
  gint64 value;

  while (start > from && (g_ascii_isdigit (text[start - 1]) || strchr (",. ", text[start - 1]))
         && !(text[start - 1] == ' ' && start < at))
    start--;
  while (start < at && !g_ascii_isdigit (text[start]))
    start++;
  if (start == at || !figure_read (text + start, text + at, &value, &behind)
      || follows_any (text, start, changes))
    return;
  shares->start = shares->n == 0 ? start : shares->start;
  shares->end = at + 1;
  shares->n++;
  shares->sum += value;
  shares->last = value;
  shares->is_rounded |= value % 1000 != 0;
}

/* “40% …, 35% …, còn lại 25% …”; “…, cộng là 100%”: the sentence says that it has all of them. */
static void
check_sentence (const Review *review, const Passage *passage, guint from, guint to)
{
  static const char *const totals[] = { "cộng là", "tổng cộng", "cộng lại", "tổng là", NULL };
  g_autofree char *sentence = g_strndup (passage->text + from, to - from);
  const char *rest = strstr (sentence, "còn lại");
  gboolean has_rest = rest && strchr (rest, '%'), has_total = FALSE;
  Shares shares = { 0 };

  for (guint i = 0; totals[i]; i++)
    has_total |= strstr (sentence, totals[i]) != NULL;
  if (!has_rest && !has_total)
    return;
  for (guint at = from; at < to; at++)
    if (passage->text[at] == '%')
      add_share (passage, at, from, &shares);
  if (has_total && shares.last == HUNDRED) {
    shares.sum -= HUNDRED;
    shares.n--;
  } else if (!has_rest)
    return;
  gint64 allowed = shares.is_rounded ? 100 * shares.n : 0;
  if (shares.n < 2 || ABS (shares.sum - HUNDRED) <= allowed)
    return;
  g_autofree char *sum = figure_write (shares.sum);
  remark (review, "FACT-12", passage, shares.start, shares.end - shares.start,
          _ ("add them up again"), _ ("these shares add up to %s%%, not to 100%%"), sum);
}

static void
check_shares (const Review *review, const Passage *passage)
{
  guint from = 0;

  if (strchr (passage->text, '%') == NULL)
    return;
  for (guint at = 0; at <= passage->length; at++)
    if (at == passage->length
        || (strchr (".;\n", passage->text[at]) && !g_ascii_isdigit (passage->text[at + 1]))) {
      check_sentence (review, passage, from, at);
      from = at + 1;
    }
}

/* --- from … to … --- */

/* “giảm từ 80 đến 75%” goes down. */
static gboolean
falls (const char *text, guint at)
{
  static const char *const words[] = { "giảm ",    "hạ ",    "lùi ",    "xuống ",
                                       "giảm từ ", "hạ từ ", "lùi từ ", NULL };
  return follows_any (text, at, words);
}

/* A measure that is a sign: “%”, “°C”. */
static gboolean
is_sign (const char *unit)
{
  return *unit == '%' || g_str_has_prefix (unit, "°");
}

static void
say_range (const Review *review, const Passage *passage, guint at, guint end)
{
  g_autofree char *written = passage_piece (passage, at, end - at);

  remark (review, "FACT-16", passage, at, end - at, _ ("the smaller one comes first"),
          _ ("“%s” ends below where it begins"), written);
}

/* “độ ẩm 95 - 75%”: of shares and degrees a dash makes a range, also without “từ”. */
static void
check_signed_range (const Review *review, const Passage *passage, guint at)
{
  static const char *const dashes[] = { " - ", " – ", "-", "–" };
  const char *text = passage->text, *end = text + passage->length, *behind;
  gint64 first, second;

  if (!figure_begins (text, at) || falls (text, at)
      || !figure_read (text + at, end, &first, &behind))
    return;
  behind += *behind == '%';
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++) {
    gsize n = strlen (dashes[i]);
    if (strncmp (behind, dashes[i], n) != 0)
      continue;
    if (figure_read (behind + n, end, &second, &behind) && is_sign (behind) && second < first)
      say_range (review, passage, at, (guint) (behind + 1 - text));
    return;
  }
}

static void
check_range (const Review *review, const Passage *passage, guint at, const Amount *first)
{
  const char *text = passage->text, *behind;
  const char *p = text + first->end;
  gint64 second;
  static const char *const openings[] = { "từ ", "Từ ", "từ đủ ", "Từ đủ ", NULL };
  static const char *const links[] = { " đến ", " - ", " – ", " tới ", NULL };

  if (!follows_any (text, at, openings) || falls (text, at))
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
        || (is_bare && !g_unichar_isalpha (g_utf8_get_char (unit)) && !is_sign (unit)))
      return;
    if (is_bare
        && (g_str_has_prefix (unit, "giờ") || g_str_has_prefix (unit, "tháng")
            || g_str_has_prefix (unit, "năm")))
      return;
    say_range (review, passage, at, (guint) (behind - text));
    return;
  }
}

static void
check_amounts (const Review *review, const Passage *passage)
{
  for (gsize next = 0; (next = passage_next_number (passage, next)) < passage->length;) {
    Amount amount;
    guint at = (guint) next++;
    if (passage->marks[at] & MARK_ADDRESS)
      continue;
    check_signed_range (review, passage, at);
    if (!amount_read (passage, at, &amount))
      continue;
    check_parts (review, passage, &amount);
    check_each (review, passage, &amount);
    check_copies (review, passage, &amount);
    check_range (review, passage, at, &amount);
    next += strspn (passage->text + next, "0123456789.,");
  }
}

void
totals_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;

  check_tables (review);
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage->is_read)
      continue;
    check_amounts (review, passage);
    check_shares (review, passage);
  }
}
