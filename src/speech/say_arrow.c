/* SPDX-License-Identifier: MIT */
/* Arrows: ways through menus, "Cài đặt → Tài khoản", and consequences. */
#include "speech/recognisers.h"

/* Words and marks of a label in a menu. */
#define LONGEST_LABEL 12

/* The words a menu path is opened with. */
static gboolean
has_chosen (const Saying *saying, int at)
{
  for (int i = at; i >= 0 && i > at - LONGEST_LABEL; i--) {
    if (saying_class (saying, i) & WORD_CHOOSE)
      return TRUE;
    if (saying_is_mark (saying, i, '.') || saying_is_mark (saying, i, ':'))
      break;
  }
  return FALSE;
}

/* "Bước 1 → Bước 2", "6 → 8": the arrow only shows the order. */
static gboolean
leads_between_steps (const Saying *saying, int at, int next)
{
  return saying_is_number (saying, at - 1)
         && (saying_is_number (saying, next) || saying_is_number (saying, next + 1));
}

/* Words of the name of a road before an arrow. */
#define ROUTE_REACH 4

/* "QL" of "QL1A", "cầu" of "cầu Rồng"; "Tỉnh" by itself is a label. */
static gboolean
names_road (const Saying *saying, int at)
{
  WordClasses classes = saying_class (saying, at);

  return classes & WORD_NUMBERED
         || (classes & (WORD_STREET | WORD_PLACE)
             && saying_token (saying, at)->shape == SHAPE_SMALL);
}

/* "đi QL1A → ĐT.295B", "xã Hòa Bình → phường Tân Hòa": roads and places are driven along, and not
 * chosen. */
static gboolean
leads_along (const Saying *saying, int at, int next)
{
  if (has_chosen (saying, at - 1) || !names_road (saying, next))
    return FALSE;
  for (int i = at - 1; i >= at - ROUTE_REACH; i--)
    if (names_road (saying, i))
      return TRUE;
  return FALSE;
}

/* Between labels an arrow is a way through menus; before a clause it is "so". */
int
say_arrow (Saying *saying, int at, int end)
{
  int next = end;

  while (saying_is_mark (saying, next, '"') || saying_is_mark (saying, next, 0x201C)
         || saying_is_mark (saying, next, '*'))
    next++;
  if (leads_between_steps (saying, at, next)) {
    saying_pause (saying, ',');
    return end;
  }
  /* "từ 30% → 45%" */
  if (saying->quantity_end == at && saying_is_number (saying, next)) {
    saying_word (saying, "đến");
    return end;
  }
  if (leads_along (saying, at, next)) {
    saying_pause (saying, ',');
    saying_word (saying, "rồi đến");
    return end;
  }
  gboolean is_label = next > end || saying_token (saying, next)->shape != SHAPE_SMALL
                      || saying_is_number (saying, next);
  if (!is_label && !has_chosen (saying, at - 1)) {
    saying_pause (saying, ',');
    saying_word (saying, "do đó");
    return end;
  }
  saying_pause (saying, ',');
  saying_word (saying, "rồi chọn");
  return end;
}

/* Whether `at` starts an arrow between two words: →, =>, ->, -->. Returns the index after it, or
 * 0.
 */
int
say_arrow_end (const Saying *saying, int at)
{
  gunichar mark = saying_token (saying, at)->mark;

  if (mark == 0x2192 || mark == 0x21D2 || mark == 0x2794 || mark == 0x27A1)
    return at + 1;
  if ((mark == '=' || mark == '-') && at > 0) {
    int end = at;
    while (saying_is_mark (saying, end, mark))
      end++;
    return saying_is_mark (saying, end, '>') && saying_is_glued (saying, end) ? end + 1 : 0;
  }
  return 0;
}

/* The first arrow near the start, or 0. */
static int
first_arrow (const Saying *saying)
{
  for (int i = 1; i < saying->n_tokens && i < LONGEST_LABEL; i++)
    if (saying->tokens[i].kind == SPEECH_MARK && say_arrow_end (saying, i) > 0)
      return i;
  return 0;
}

/* "Cài đặt => Tài khoản": a path that starts the paragraph is opened by "vào". */
gboolean
say_opens_path (const Saying *saying)
{
  int arrow = first_arrow (saying);

  if (arrow == 0 || saying->tokens[0].shape != SHAPE_CAPITAL
      || saying_is_number (saying, arrow - 1))
    return FALSE;
  for (int i = 0; i < arrow; i++)
    if (saying_class (saying, i) & WORD_CHOOSE || saying_is_mark (saying, i, '.')
        || saying_is_mark (saying, i, ':'))
      return FALSE;
  return saying_token (saying, say_arrow_end (saying, arrow))->shape != SHAPE_SMALL;
}
