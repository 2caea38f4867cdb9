/* SPDX-License-Identifier: MIT */
#include "print/read/number.h"

/* Digits beyond these say nothing a double could hold. */
#define MOST_MANTISSA (G_MAXUINT64 / 10 - 1)
#define MOST_EXPONENT 400
#define LARGEST_POWER 22

typedef struct {
  guint64 mantissa;
  int exponent; /* of ten */
  gboolean has_digits;
} Decimal;

static const char *
read_digits (const char *p, const char *end, Decimal *decimal, gboolean is_fraction)
{
  for (; p < end && g_ascii_isdigit (*p); p++) {
    decimal->has_digits = TRUE;
    if (decimal->mantissa > MOST_MANTISSA) {
      decimal->exponent += !is_fraction && decimal->exponent < MOST_EXPONENT;
      continue;
    }
    decimal->mantissa = decimal->mantissa * 10 + (*p - '0');
    decimal->exponent -= is_fraction;
  }
  return p;
}

/* "e3" belongs to the number, the "em" of "2em" does not. */
static const char *
read_exponent (const char *p, const char *end, Decimal *decimal)
{
  const char *start = p;
  int sign = 1, exponent = 0;

  if (p == end || (*p != 'e' && *p != 'E'))
    return start;
  p++;
  if (p < end && (*p == '+' || *p == '-'))
    sign = *p++ == '-' ? -1 : 1;
  if (p == end || !g_ascii_isdigit (*p))
    return start;
  for (; p < end && g_ascii_isdigit (*p); p++)
    exponent = MIN (exponent * 10 + (*p - '0'), MOST_EXPONENT);
  decimal->exponent += sign * exponent;
  return p;
}

static double
decimal_value (const Decimal *decimal)
{
  static const double powers[LARGEST_POWER + 1] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
  double value = decimal->mantissa;
  int exponent = decimal->exponent;

  for (; exponent > LARGEST_POWER && value < NUMBER_MOST; exponent -= LARGEST_POWER)
    value *= powers[LARGEST_POWER];
  for (; exponent < -LARGEST_POWER; exponent += LARGEST_POWER)
    value /= powers[LARGEST_POWER];
  value = exponent < 0 ? value / powers[-exponent] : value * powers[MIN (exponent, LARGEST_POWER)];
  return decimal->mantissa == 0 ? 0 : MIN (value, NUMBER_MOST);
}

gboolean
number_read (const char **start, const char *end, double *value)
{
  const char *p = *start;
  Decimal decimal = { 0, 0, FALSE };
  gboolean is_negative = FALSE;

  if (p < end && (*p == '+' || *p == '-'))
    is_negative = *p++ == '-';
  p = read_digits (p, end, &decimal, FALSE);
  if (end - p > 1 && *p == '.' && g_ascii_isdigit (p[1]))
    p = read_digits (p + 1, end, &decimal, TRUE);
  if (!decimal.has_digits)
    return FALSE;
  *start = read_exponent (p, end, &decimal);
  double size = decimal_value (&decimal);
  *value = is_negative && size > 0 ? -size : size;
  return TRUE;
}
