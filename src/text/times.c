/* SPDX-License-Identifier: MIT */
#include "text/times.h"

/* Advance widths of Times New Roman, plain and bold, from the blank on, in thousandths of an em;
 * letters with marks are as wide as without, but for the horn of ơ and ư. */
static const guint16
  advances[]
          [95] = {
            { 250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
              500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
              921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
              556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
              333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
              500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541 },
            { 250, 333, 555, 500, 500, 1000, 833, 278,  333, 333, 500, 570, 250, 333, 250, 278,
              500, 500, 500, 500, 500, 500,  500, 500,  500, 500, 333, 333, 570, 570, 570, 500,
              930, 722, 667, 722, 722, 667,  611, 778,  778, 389, 500, 778, 667, 944, 722, 778,
              611, 778, 722, 556, 667, 722,  722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
              333, 500, 556, 444, 556, 444,  333, 500,  556, 278, 333, 556, 278, 833, 556, 500,
              556, 556, 444, 389, 333, 556,  500, 722,  500, 500, 444, 394, 220, 394, 520 },
          };

static const struct {
  gunichar letter;
  guint16 advances[2];
} wide_letters[] = {
  { 'o', { 529, 554 } },
  { 'u', { 542, 600 } },
  { 'O', { 722, 778 } },
  { 'U', { 776, 796 } },
};

#define HORN     0x31B
#define D_STROKE 0x111

guint
times_advance (gunichar c, gboolean is_bold)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));

  for (guint i = 0; n > 1 && i < G_N_ELEMENTS (wide_letters); i++)
    if (wide_letters[i].letter == parts[0] && (parts[1] == HORN || (n > 2 && parts[2] == HORN)))
      return wide_letters[i].advances[is_bold];
  gunichar base = c == 0xA0 ? ' ' : c == D_STROKE ? 'd' : c == D_STROKE - 1 ? 'D' : parts[0];
  return base >= ' ' && base - ' ' < G_N_ELEMENTS (advances[0]) ? advances[is_bold][base - ' ']
                                                                : 500;
}
