/* SPDX-License-Identifier: MIT */
#include "diff/lines.h"

#include <string.h>

/* Cells of the table of lengths. Two texts that differ in more than that are shown as one that goes
 * and one that comes. */
#define MOST_CELLS (4u << 20)

typedef struct {
  char *const *old, *const *new;
  guint n_old, n_new;
  GArray *changes;
} Comparing;

static void
add (GArray *changes, LineState state, char *const *texts, guint n)
{
  for (guint i = 0; i < n; i++) {
    LineChange change = { state, texts[i] };
    g_array_append_val (changes, change);
  }
}

/* lengths[i][j]: how much old lines from i and new lines from j have in common. */
static guint *
common_lengths (const Comparing *comparing)
{
  guint width = comparing->n_new + 1;
  guint *lengths = g_new0 (guint, (gsize) (comparing->n_old + 1) * width);

  for (guint i = comparing->n_old; i-- > 0;)
    for (guint j = comparing->n_new; j-- > 0;) {
      guint *cell = &lengths[i * width + j];
      if (strcmp (comparing->old[i], comparing->new[j]) == 0)
        *cell = cell[width + 1] + 1;
      else
        *cell = MAX (cell[width], cell[1]);
    }
  return lengths;
}

static void
compare_middle (const Comparing *comparing)
{
  g_autofree guint *lengths = common_lengths (comparing);
  guint width = comparing->n_new + 1, i = 0, j = 0;

  while (i < comparing->n_old && j < comparing->n_new) {
    const guint *cell = &lengths[i * width + j];
    if (strcmp (comparing->old[i], comparing->new[j]) == 0) {
      add (comparing->changes, LINE_KEPT, comparing->new + j, 1);
      i++, j++;
    } else if (cell[width] >= cell[1])
      add (comparing->changes, LINE_GONE, comparing->old + i++, 1);
    else
      add (comparing->changes, LINE_NEW, comparing->new + j++, 1);
  }
  add (comparing->changes, LINE_GONE, comparing->old + i, comparing->n_old - i);
  add (comparing->changes, LINE_NEW, comparing->new + j, comparing->n_new - j);
}

static void
move_all (GArray *from, GArray *to)
{
  g_array_append_vals (to, from->data, from->len);
  g_array_set_size (from, 0);
}

/* Of each stretch without a kept line, those that go before those that come. */
static GArray *
gone_first (const GArray *changes)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (LineChange), changes->len);
  g_autoptr (GArray) coming = g_array_new (FALSE, FALSE, sizeof (LineChange));

  for (guint i = 0; i < changes->len; i++) {
    const LineChange *change = &g_array_index (changes, LineChange, i);
    if (change->state == LINE_KEPT)
      move_all (coming, sorted);
    g_array_append_vals (change->state == LINE_NEW ? coming : sorted, change, 1);
  }
  move_all (coming, sorted);
  return sorted;
}

GArray *
lines_compare (const GPtrArray *old, const GPtrArray *new)
{
  char *const *before = (char *const *) old->pdata, *const *after = (char *const *) new->pdata;
  guint least = MIN (old->len, new->len), head = 0, tail = 0;
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (LineChange));

  while (head < least && strcmp (before[head], after[head]) == 0)
    head++;
  while (tail < least - head
         && strcmp (before[old->len - 1 - tail], after[new->len - 1 - tail]) == 0)
    tail++;
  const Comparing middle = { before + head, after + head, old->len - head - tail,
                             new->len - head - tail, changes };
  add (changes, LINE_KEPT, after, head);
  if ((guint64) (middle.n_old + 1) * (middle.n_new + 1) <= MOST_CELLS)
    compare_middle (&middle);
  else {
    add (changes, LINE_GONE, middle.old, middle.n_old);
    add (changes, LINE_NEW, middle.new, middle.n_new);
  }
  add (changes, LINE_KEPT, after + new->len - tail, tail);
  return gone_first (changes);
}

GPtrArray *
line_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (char **part = parts; *part; part++)
    if (**part)
      g_ptr_array_add (words, g_strdup (*part));
  return words;
}
