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

/* Nothing is read once it has expired, also within its last day. */
static void
test_last_airing (void)
{
  static const struct {
    Date until;
    Moment hours; /* of 3 October at which it expires; -1: never */
    const char *time;
    int day;
  } rows[] = {
    { { 0, 0, 0 }, -1, "05:30", 1 },        { { 2026, 10, 9 }, -1, "05:30", 9 },
    { { 2026, 10, 9 }, 24, "23:59", 3 },    { { 2026, 10, 9 }, 8, "05:30", 3 },
    { { 2026, 10, 9 }, 8, "08:00", 2 },     { { 2026, 10, 9 }, 8, "", 3 },
    { { 2026, 10, 2 }, 24, "05:30", 2 },    { { 2026, 10, 9 }, -72, "", -1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Document document = { .expires = MOMENT_NONE };
    document.broadcast.from = (Date){ 2026, 10, 1 };
    document.broadcast.until = rows[i].until;
    if (rows[i].hours != -1)
      document.expires = moment_of_date ((Date){ 2026, 10, 3 }) + rows[i].hours * 3600;
    g_assert_cmpint (date_difference ((Date){ 2026, 9, 30 },
                                      document_last_airing (&document, rows[i].time)),
                     ==, rows[i].day);
  }
}

/* A notice until its day is over, a broadcast until a week after the last time. */
static void
test_changes (void)
{
  const Phase phase = { .from = { 2026, 10, 1 } };
  Document notice = { .kind = KIND_NOTICE, .phases = &phase, .n_phases = 1 };
  Document spoken = { .broadcast.from = { 2026, 10, 1 } };
  Moment first = moment_of_date (phase.from);

  g_assert_true (document_changes_tomorrow (&notice, first + 86399));
  g_assert_false (document_changes_tomorrow (&notice, first + 86400));
  g_assert_true (document_changes_tomorrow (&spoken, first + 8 * 86400 - 1));
  g_assert_false (document_changes_tomorrow (&spoken, first + 8 * 86400));
  g_assert_false (document_changes_tomorrow (&(Document){ 0 }, first));
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
  g_test_add_func ("/document/last-airing", test_last_airing);
  g_test_add_func ("/document/changes", test_changes);
  g_test_add_func ("/document/kinds", test_kinds);
  g_test_add_func ("/office/former", test_former);
  return g_test_run ();
}
