/* SPDX-License-Identifier: MIT */
#include "command/forecast.h"

#include "../support.h"

enum { N_OUTPUTS = 10 };

static const Product sheet = { .form = PRODUCT_SHEET }, page = { .form = PRODUCT_PAGE };
static const Product index_file = { .form = PRODUCT_BYTES, .scope = PRODUCT_OF_INDEX };
static Document one, other;
static SiteFile file = { .size = 5000 };
static SiteFile photo = { .size = 8 << 20, .picture = { .width = 1600 } };

/* Kits of two documents for three offices, a page, a file, an index of two; a job for each, and one
 * of two. */
static Plan
make_plan (void)
{
  const Output outputs[N_OUTPUTS] = {
    { .product = &page },
    { .product = &sheet, .document = &one, .is_kit = TRUE },
    { .product = &sheet, .document = &one, .is_kit = TRUE },
    { .product = &sheet, .document = &other, .is_kit = TRUE },
    { .product = &page, .document = &other, .is_kit = TRUE },
    { .product = &sheet, .document = &one, .is_kit = TRUE },
    { .product = &page, .file = &file },
    { .product = &page, .file = &photo },
    { .product = &index_file, .index_file = 0 },
    { .product = &index_file, .index_file = 1 },
  };
  const Job jobs[] = { { 0, 1 }, { 1, 1 }, { 2, 1 }, { 3, 2 },
                       { 5, 1 }, { 6, 2 }, { 8, 1 }, { 9, 1 } };
  Plan plan = { .outputs = g_array_new (FALSE, FALSE, sizeof (Output)),
                .jobs = g_array_new (FALSE, FALSE, sizeof (Job)) };

  g_array_append_vals (plan.outputs, outputs, N_OUTPUTS);
  g_array_append_vals (plan.jobs, jobs, G_N_ELEMENTS (jobs));
  return plan;
}

static void
plan_clear (Plan *plan)
{
  g_array_unref (plan->outputs);
  g_array_unref (plan->jobs);
}

/* The first kit of each document, what makes the index, then all else in its order. */
static void
test_order (void)
{
  static const guint wanted[] = { 1, 3, 6, 0, 2, 4, 5, 7 };
  Plan plan = make_plan ();
  guint n_first;
  g_autoptr (GArray) order = forecast_order (&plan, &n_first);

  g_assert_cmpuint (n_first, ==, 2);
  g_assert_cmpmem (order->data, order->len * sizeof (guint), wanted, sizeof wanted);
  plan_clear (&plan);
}

/* What is there needs nothing, what was there what it needed; kits are alike, files as large as
 * they were, photos no larger than a screen wants. */
static void
test_bytes (void)
{
  Plan plan = make_plan ();
  Forecast outputs[N_OUTPUTS] = {
    [0] = { 700, TRUE, FALSE },  [1] = { 30000, TRUE, TRUE }, [2] = { 31000, TRUE, TRUE },
    [3] = { 9000, TRUE, FALSE }, [4] = { 0, FALSE, TRUE },    [8] = { 0, FALSE, TRUE },
    [9] = { 0, FALSE, TRUE },
  };

  g_assert_cmpuint (forecast_bytes (&plan, outputs), ==, 700 + 9000 + 30500 + 5000 + (160 << 10));
  outputs[1].is_known = outputs[2].is_known = FALSE;
  g_assert_cmpuint (forecast_bytes (&plan, outputs), >, 700 + 9000 + 5000 + 10000);
  plan_clear (&plan);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/order", test_order);
  g_test_add_func ("/forecast/bytes", test_bytes);
  return g_test_run ();
}
