/* SPDX-License-Identifier: MIT */
#include "command/forecast.h"

/* Where nothing is known of its like; bytes. */
static const guint64 typical[N_PRODUCT_FORMS] = {
  [PRODUCT_PAGE] = 6 << 10,    [PRODUCT_SHEET] = 48 << 10,   [PRODUCT_TEXT] = 4 << 10,
  [PRODUCT_XML] = 4 << 10,     [PRODUCT_PICTURE] = 40 << 10, [PRODUCT_BYTES] = 2 << 10,
  [PRODUCT_DRAWING] = 2 << 10,
};

/* A photo is published in the widths of screens, however large it came; bytes. */
#define PHOTO_MOST ((guint64) 160 << 10)

/* A product of a document for one office is like that for another. */
typedef struct {
  const Product *product;
  const Document *document;
} Kind;

typedef struct {
  Kind kind;
  guint64 bytes;
  guint n;
} Sum;

static guint
kind_hash (gconstpointer key)
{
  const Kind *kind = key;
  return g_direct_hash (kind->product) * 31 + g_direct_hash (kind->document);
}

static gboolean
kind_equal (gconstpointer one, gconstpointer other)
{
  const Kind *a = one, *b = other;
  return a->product == b->product && a->document == b->document;
}

static void
add_known (GHashTable *sums, const Output *output, guint64 size)
{
  const Kind kind = { output->product, output->document };
  Sum *sum = g_hash_table_lookup (sums, &kind);

  if (sum == NULL) {
    sum = g_new0 (Sum, 1);
    sum->kind = kind;
    g_hash_table_insert (sums, &sum->kind, sum);
  }
  sum->bytes += size;
  sum->n++;
}

static guint64
guess (GHashTable *sums, const Output *output)
{
  const Kind kind = { output->product, output->document };
  const Sum *sum = g_hash_table_lookup (sums, &kind);

  if (output->file)
    return output->file->picture.width > 0 ? MIN (output->file->size, PHOTO_MOST)
                                           : output->file->size;
  return sum ? sum->bytes / sum->n : typical[output->product->form];
}

guint64
forecast_bytes (const Plan *plan, const Forecast *outputs)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (kind_hash, kind_equal, NULL, g_free);
  guint64 bytes = 0;

  for (guint i = 0; i < plan->outputs->len; i++)
    if (outputs[i].is_known)
      add_known (sums, &g_array_index (plan->outputs, Output, i), outputs[i].size);
  for (guint i = 0; i < plan->outputs->len; i++) {
    if (outputs[i].is_there)
      continue;
    bytes += outputs[i].is_known ? outputs[i].size
                                 : guess (sums, &g_array_index (plan->outputs, Output, i));
  }
  return bytes;
}

/* The document whose kit is made in this job, or NULL. */
static const Document *
document_of_kit (const Plan *plan, const Job *job)
{
  const Output *output = &g_array_index (plan->outputs, Output, job->first);
  return output->is_kit ? output->document : NULL;
}

/* Whoever asks for a file of the index first makes all of it, in part on one thread: the others
 * are to have something else to do then. */
static gboolean
makes_index (const Plan *plan, const Job *job)
{
  const Output *output = &g_array_index (plan->outputs, Output, job->first);
  return output->product->scope == PRODUCT_OF_INDEX && output->index_file == 0;
}

GArray *
forecast_order (const Plan *plan, guint *n_first)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL); /* Set<Document> */
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plan->jobs->len; i++) {
    const Job *job = &g_array_index (plan->jobs, Job, i);
    const Document *document = document_of_kit (plan, job);
    if (document && g_hash_table_add (seen, (gpointer) document))
      g_array_append_val (order, i);
    else if (makes_index (plan, job))
      g_array_prepend_val (others, i);
    else
      g_array_append_val (others, i);
  }
  *n_first = order->len;
  g_array_append_vals (order, others->data, others->len);
  return order;
}
