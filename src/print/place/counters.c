/* SPDX-License-Identifier: MIT */
#include "print/place/counters.h"

typedef struct {
  const char *name; /* interned */
  int value;
  guint depth; /* of the parent of the element that made it */
} Counter;

struct Counters {
  GArray *stack; /* Counter; the innermost last */
  guint depth;
};

Counters *
counters_new (void)
{
  Counters *counters = g_new0 (Counters, 1);
  counters->stack = g_array_new (FALSE, FALSE, sizeof (Counter));
  return counters;
}

void
counters_free (Counters *counters)
{
  if (counters == NULL)
    return;
  g_array_unref (counters->stack);
  g_free (counters);
}

static Counter *
find (const Counters *counters, const char *name)
{
  for (guint i = counters->stack->len; i > 0; i--) {
    Counter *counter = &g_array_index (counters->stack, Counter, i - 1);
    if (counter->name == name)
      return counter;
  }
  return NULL;
}

void
counters_set (Counters *counters, const char *name, int value)
{
  Counter *known = find (counters, name);
  Counter counter = { name, value, counters->depth };

  if (known && known->depth == counters->depth)
    known->value = value;
  else
    g_array_append_val (counters->stack, counter);
}

void
counters_add (Counters *counters, const char *name, int difference)
{
  Counter *counter = find (counters, name);

  if (counter)
    counter->value += difference;
  else
    counters_set (counters, name, difference);
}

void
counters_enter (Counters *counters, const Style *style)
{
  for (guint i = 0; i < style->n_counter_resets; i++)
    counters_set (counters, style->counter_resets[i].name, style->counter_resets[i].value);
  for (guint i = 0; i < style->n_counter_increments; i++)
    counters_add (counters, style->counter_increments[i].name, style->counter_increments[i].value);
  counters->depth++;
}

void
counters_leave (Counters *counters)
{
  while (counters->stack->len > 0
         && g_array_index (counters->stack, Counter, counters->stack->len - 1).depth
              >= counters->depth)
    g_array_set_size (counters->stack, counters->stack->len - 1);
  counters->depth--;
}

int
counters_value (const Counters *counters, const char *name)
{
  const Counter *counter = find (counters, name);
  return counter ? counter->value : 0;
}

static void
write_letters (GString *out, int value, char first)
{
  char letters[16];
  guint n = 0;

  for (; value > 0 && n < sizeof letters; value = (value - 1) / 26)
    letters[n++] = (char) (first + (value - 1) % 26);
  while (n > 0)
    g_string_append_c (out, letters[--n]);
}

static void
write_roman (GString *out, int value, gboolean is_upper)
{
  static const struct {
    int value;
    const char *lower, *upper;
  } parts[] = { { 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" }, { 400, "cd", "CD" },
                { 100, "c", "C" },  { 90, "xc", "XC" },  { 50, "l", "L" },  { 40, "xl", "XL" },
                { 10, "x", "X" },   { 9, "ix", "IX" },   { 5, "v", "V" },   { 4, "iv", "IV" },
                { 1, "i", "I" } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; value >= parts[i].value; value -= parts[i].value)
      g_string_append (out, is_upper ? parts[i].upper : parts[i].lower);
}

const char *
counter_bullet (ListKind kind)
{
  static const char *const bullets[] = {
    [LIST_DISC] = "•", [LIST_CIRCLE] = "◦", [LIST_SQUARE] = "▪"
  };

  return kind < G_N_ELEMENTS (bullets) ? bullets[kind] : NULL;
}

void
counter_write (GString *out, int value, ListKind numbering)
{
  gboolean is_letter = numbering == LIST_LOWER_ALPHA || numbering == LIST_UPPER_ALPHA;
  gboolean is_roman = numbering == LIST_LOWER_ROMAN || numbering == LIST_UPPER_ROMAN;

  if (is_letter && value > 0)
    write_letters (out, value, numbering == LIST_LOWER_ALPHA ? 'a' : 'A');
  else if (is_roman && value > 0 && value < 4000)
    write_roman (out, value, numbering == LIST_UPPER_ROMAN);
  else if (is_letter || is_roman || numbering == LIST_DECIMAL)
    g_string_append_printf (out, "%d", value);
}
