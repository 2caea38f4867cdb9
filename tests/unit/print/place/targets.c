/* SPDX-License-Identifier: MIT */
#include "print/place/targets.h"

#include "../../support.h"

typedef struct {
  Element outer, inner;
  Placement placement;
} Sample;

/* Three pages, numbered from 4; what has the id “t” stands within “outer” on the second. */
static void
set_up (Sample *sample)
{
  *sample = (Sample){ .outer = { .name = "div", .id = "outer" } };
  sample->inner = (Element){ .name = "p", .id = "t", .parent = &sample->outer };
  sample->placement.pages = g_ptr_array_new ();
  for (guint i = 0; i < 3; i++) {
    PlacedPage *page = g_new0 (PlacedPage, 1);
    Placed item = { .element = i > 0 ? &sample->inner : NULL };
    page->number = 4 + i;
    page->items = g_array_new (FALSE, FALSE, sizeof (Placed));
    g_array_append_val (page->items, item);
    g_ptr_array_add (sample->placement.pages, page);
  }
}

static void
tear_down (Sample *sample)
{
  for (guint i = 0; i < sample->placement.pages->len; i++) {
    PlacedPage *page = sample->placement.pages->pdata[i];
    g_array_unref (page->items);
    g_free (page);
  }
  g_ptr_array_unref (sample->placement.pages);
}

/* Not known, then the page where it begins, until nothing changes. */
static void
test_found (void)
{
  g_autoptr (Targets) targets = targets_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.html", "x", -1);
  Sample sample;

  set_up (&sample);
  g_assert_false (targets_find (targets, &sample.placement));
  g_assert_cmpuint (targets_page (targets, "#t", &sample.inner), ==, 0);
  g_assert_cmpuint (targets_page (targets, "#outer", &sample.inner), ==, 0);
  g_assert_true (targets_find (targets, &sample.placement));
  g_assert_cmpuint (targets_page (targets, "#t", &sample.inner), ==, 5);
  g_assert_cmpuint (targets_page (targets, "#%74", &sample.inner), ==, 5);
  g_assert_cmpuint (targets_page (targets, "#outer", &sample.inner), ==, 5);
  g_assert_false (targets_find (targets, &sample.placement));
  targets_report (targets, &(Faults){ source, NULL, report });
  g_assert_cmpuint (report_n_errors (report), ==, 0);
  tear_down (&sample);
}

static void
test_missing (void)
{
  g_autoptr (Targets) targets = targets_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.html", "x", -1);
  Sample sample;

  set_up (&sample);
  targets_page (targets, "#nowhere", &sample.inner);
  g_assert_false (targets_find (targets, &sample.placement));
  targets_report (targets, &(Faults){ source, NULL, report });
  g_assert_cmpuint (report_n_errors (report), ==, 1);
  tear_down (&sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/targets/found", test_found);
  g_test_add_func ("/targets/missing", test_missing);
  return g_test_run ();
}
