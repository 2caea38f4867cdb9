/* SPDX-License-Identifier: MIT */
#include "render/quantities.h"

#include <string.h>

/* Spreadsheets take a text that begins like this for a formula. */
static gboolean
is_formula (const char *text)
{
  return *text && strchr ("=+-@\t", *text);
}

static void
write_field (GString *out, const char *text, gboolean is_last)
{
  g_string_append_c (out, '"');
  if (is_formula (text))
    g_string_append_c (out, '\'');
  for (; *text; text++) {
    if (*text == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *text);
  }
  g_string_append (out, is_last ? "\"\r\n" : "\",");
}

static void
write_row (GString *out, const char *office, const char *code, const Output *output, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  write_field (out, office, FALSE);
  write_field (out, code, FALSE);
  write_field (out, output->document->title, FALSE);
  write_field (out, output->product->title, FALSE);
  write_field (out, output->path, FALSE);
  write_field (out, number, TRUE);
}

static guint
number_for (const Office *office, const Product *product)
{
  for (guint i = 0; i < office->n_quantities; i++)
    if (office->quantities[i].products & product_bit (product))
      return office->quantities[i].n;
  return 0;
}

typedef struct {
  Output output; /* the sheet that shops get in one file */
  guint n;
} Sum;

/* In the order in which sheets come up first. */
static void
add_to_sum (GArray *sums, const Output *output, guint n)
{
  for (guint i = 0; i < sums->len; i++) {
    Sum *sum = &g_array_index (sums, Sum, i);
    if (sum->output.document == output->document && sum->output.product == output->product) {
      sum->n += n;
      return;
    }
  }
  Sum sum = { *output, n };
  g_array_append_val (sums, sum);
}

void
quantities_write (const Plan *plan, const Site *site, const Locality *province, GString *out)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (Sum));

  g_string_append (out, "\xEF\xBB\xBF"); /* by which spreadsheets know UTF-8 */
  g_string_append (out, "cơ quan,mã,tài liệu,tờ,tệp,số bản\r\n");
  for (guint i = 0; i < plan->outputs->len; i++) {
    const Output *output = &g_array_index (plan->outputs, Output, i);
    guint n = output->is_kit ? number_for (output->office, output->product) : 0;
    if (n == 0 || output->product->title == NULL
        || plan_province_of (site, output->office) != province)
      continue;
    write_row (out, output->office->name, output->office->locality->code, output, n);
    add_to_sum (sums, output, n);
  }
  for (guint i = 0; i < sums->len; i++) {
    const Sum *sum = &g_array_index (sums, Sum, i);
    g_autofree char *file = g_strdup_printf ("nha-in/%s/%s/%s", province->code,
                                             sum->output.document->slug, sum->output.product->file);
    Output whole = sum->output;
    whole.path = file;
    write_row (out, "Cộng", province->code, &whole, sum->n);
  }
}
