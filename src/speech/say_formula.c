/* SPDX-License-Identifier: MIT */
/* Formulas of chemistry: CaCO3, KMnO4, H2SO4. Their letters are those of elements, and nothing is
 * to be asked. */
#include "speech/recognisers.h"

#include <string.h>

/* Elements that stand in a formula of farms, mines and works, but for those of one letter. */
static const char *const elements[] = { "Ag", "Al", "As", "Au", "Ba", "Be", "Bi", "Br", "Ca",
                                        "Cd", "Cl", "Co", "Cr", "Cs", "Cu", "Fe", "He", "Hg",
                                        "Li", "Mg", "Mn", "Na", "Ni", "Pb", "Pt", "Ra", "Sb",
                                        "Se", "Si", "Sn", "Sr", "Ti", "Zn", "Zr" };
static const char single[] = "BCFHIKNOPSU";

/* Bytes of the element `text` starts with; 0 for none. */
static gsize
element_length (const char *text, gsize length)
{
  gboolean may_be_two = length > 1 && g_ascii_islower (text[1]);

  for (guint i = 0; may_be_two && i < G_N_ELEMENTS (elements); i++)
    if (memcmp (text, elements[i], 2) == 0)
      return 2;
  return length > 0 && *text != '\0' && strchr (single, *text) ? 1 : 0;
}

static gboolean
is_of_elements (const Saying *saying, int at)
{
  const char *text = saying_at (saying, at);
  gsize length = saying_length (saying, at);

  for (gsize i = 0; i < length;) {
    gsize step = element_length (text + i, length - i);
    if (step == 0)
      return FALSE;
    i += step;
  }
  return TRUE;
}

/* Words, numbers and brackets without spaces, all of elements; returns the token after them.
 * `mixed` is set when there are small letters, which no abbreviation has. */
static int
formula_end (const Saying *saying, int at, gboolean *is_mixed)
{
  int end = at;
  guint n_numbers = 0;

  *is_mixed = FALSE;
  for (; end == at || saying_is_glued (saying, end); end++) {
    if (saying_is_word (saying, end)) {
      if (!is_of_elements (saying, end))
        return at;
      *is_mixed |= saying_token (saying, end)->shape == SHAPE_MIXED
                   || saying_token (saying, end)->shape == SHAPE_CAPITAL;
    } else if (saying_is_number (saying, end) && saying_length (saying, end) <= 2) {
      n_numbers++;
    } else if (!(saying_is_mark (saying, end, '(') && saying_is_word (saying, end + 1)
                 && saying_is_glued (saying, end + 1))
               && !(saying_is_mark (saying, end, ')') && saying_is_number (saying, end + 1)
                    && saying_is_glued (saying, end + 1))) {
      break;
    }
  }
  /* "NaCl", "KOH" has no small letters and may be an abbreviation. */
  return n_numbers > 0 || (end == at + 1 && saying_token (saying, at)->shape == SHAPE_MIXED) ? end
                                                                                             : at;
}

int
say_formula (Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);
  gboolean is_mixed;

  if (token->shape == SHAPE_SMALL || token->n_letters > 6 || !token->space_before)
    return at;
  int end = formula_end (saying, at, &is_mixed);
  /* "QL5" is no formula; neither is "H5N1", which letters and numbers make out as well. */
  if (end == at || !is_mixed || token->n_letters < 2)
    return at;
  for (int i = at; i < end; i++)
    if (saying_is_word (saying, i))
      saying_letters (saying, saying_at (saying, i), saying_length (saying, i));
    else if (saying_is_number (saying, i))
      saying_cardinal (saying, i);
  return end;
}
