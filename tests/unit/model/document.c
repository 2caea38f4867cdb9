/* SPDX-License-Identifier: MIT */
#include "model/document.h"

#include "../support.h"

static void
test_expired (void)
{
  Document document = { .expires = MOMENT_NONE };

  g_assert_false (document_is_expired (&document, G_MAXINT64));
  document.expires = 1000;
  g_assert_false (document_is_expired (&document, 999));
  g_assert_true (document_is_expired (&document, 1000));
  g_assert_true (document_is_expired (&document, 1001));
}

static void
test_kinds (void)
{
  g_assert_cmpstr (document_kind_id (KIND_BULLETIN), ==, "bulletin");
  g_assert_cmpstr (document_kind_word (KIND_LETTER), ==, "Công văn");
  for (DocumentKind kind = 0; kind < N_KINDS; kind++)
    g_assert_true (document_kind_id (kind) && document_kind_word (kind));
}

/* An office is there until the end of its last day, in Vietnam. */
static void
test_former (void)
{
  Office office = { .id = "a" };

  g_assert_false (office_is_former (&office, moment_of_date ((Date){ 2999, 1, 1 })));
  office.valid_to = (Date){ 2026, 4, 29 };
  g_assert_false (office_is_former (&office, moment_of_date ((Date){ 2026, 4, 29 })));
  g_assert_false (office_is_former (&office, moment_after_date ((Date){ 2026, 4, 29 }) - 1));
  g_assert_true (office_is_former (&office, moment_after_date ((Date){ 2026, 4, 29 })));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/expired", test_expired);
  g_test_add_func ("/document/kinds", test_kinds);
  g_test_add_func ("/office/former", test_former);
  return g_test_run ();
}
