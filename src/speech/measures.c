/* SPDX-License-Identifier: MIT */
#include "speech/measures.h"

#include "speech/numeral.h"
#include "speech/unit.h"

#include <string.h>

/* What is measured by units whose names end so. */
static const struct {
  const char *end;
  char kind;
} kinds[] = {
  { "mét vuông", 'a' }, { "héc ta", 'a' },    { "mét khối", 'v' },  { "lít", 'v' },
  { "mét", 'l' },       { "gam", 'w' },       { "tấn", 'w' },       { "tạ", 'w' },
  { "yến", 'w' },       { "đồng", 'm' },      { "đô la", 'm' },     { "đô la Mỹ", 'm' },
  { "triệu", 'm' },     { "nghìn", 'm' },     { "giờ", 't' },       { "phút", 't' },
  { "giây", 't' },      { "phần trăm", '%' }, { "độ xê", 'd' },     { "vôn", 'V' },
  { "oát", 'W' },       { "am pe", 'A' },     { "vôn am pe", 'W' }, { "héc", 'H' },
  { "am pe giờ", 'c' }, { "oát giờ", 'e' },   { "niu tơn", 'N' },   { "vĩ Bắc", 'y' },
  { "kinh Đông", 'x' }, { "ba", 'p' },        { "pát can", 'p' },
};

/* The kind of the longest end that fits; 0 when it is none of them. */
static char
unit_kind (const LexiconEntry *entry)
{
  char kind = 0;
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (entry->unit, kinds[i].end) && strlen (kinds[i].end) > longest) {
      longest = strlen (kinds[i].end);
      kind = kinds[i].kind;
    }
  return kind;
}

gboolean
measures_are_joined (const Saying *saying, int at)
{
  const LexiconEntry *before = unit_at (saying, at - 1);
  Numeral numeral;

  /* "09°15'N - 103°42'E": two coordinates of one place */
  if (saying_is_word (saying, at - 1) && saying_is_glued (saying, at - 1)
      && (saying_is_minute_sign (saying, at - 2) || saying_is_second_sign (saying, at - 2)))
    return TRUE;
  if (before == NULL || !numeral_read (saying, at + 1, &numeral))
    return FALSE;
  /* "180kVA-10(22)/0,4kV" */
  if (saying_is_mark (saying, numeral.end, '(') && saying_is_number (saying, numeral.end + 1)
      && saying_is_mark (saying, numeral.end + 2, ')') && saying_is_slash (saying, numeral.end + 3))
    return TRUE;
  /* "250kVA-22/0,4kV" */
  if (saying_is_slash (saying, numeral.end) && saying_is_number (saying, numeral.end + 1)
      && !numeral_read (saying, numeral.end + 1, &numeral))
    return FALSE;
  const LexiconEntry *after = unit_at (saying, numeral.end);
  if (after == NULL)
    return FALSE;
  char kind_before = unit_kind (before);
  char kind_after = unit_kind (after);
  return kind_before != 0 && kind_after != 0 && kind_before != kind_after;
}
