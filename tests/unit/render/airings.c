/* SPDX-License-Identifier: MIT */
#include "render/airings.h"

#include "../site_support.h"

#define BULLETIN(more) "---\nkind: bulletin\ntitle: T\ndate: 2026-09-01\n" more "---\n"

static const TestFile files[] = {
  { "content/site.yaml", "title: T\noffice: a\n" },
  { "content/offices.yaml",
    "a:\n  locality: \"01\"\n  name_lines: [A]\n  name: A\n  station: {name: Đài A, slots: [\"05:00\"]}\n"
    "b:\n  locality: \"01\"\n  name_lines: [B]\n  name: B\n  station: {name: Đài B, slots: [\"06:00\", "
    "\"18:00\"]}\n"
    "c:\n  locality: \"01\"\n  name_lines: [C]\n  name: C\n" },
  { "content/t/m.md", BULLETIN ("distribute: [b, c]\nexpires: 2026-10-02\nbroadcast:\n  times: "
                                "[\"17:00\"]\n  from: 2026-10-01\n  until: 2026-10-04\n") },
  { "content/t/n.md", BULLETIN ("broadcast:\n  from: 2026-10-01\n") },
  { "content/t/o.md", BULLETIN ("broadcast:\n  times: [\"07:00\"]\n") },
  { "content/t/p.md", BULLETIN ("expires: 2026-10-03 08:00\nbroadcast:\n  times: [\"05:30\", \"17:00\"]\n  from: "
                                "2026-10-02\n  until: 2026-10-04\n") },
  { "content/t/q.md", BULLETIN ("expires: 2026-10-02\nbroadcast:\n  times: [\"05:30\"]\n  from: 2026-10-05\n") },
};

static char *
text_of (const GArray *airings)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < airings->len; i++) {
    const Airing *airing = &g_array_index (airings, Airing, i);
    g_string_append_printf (out, "%d %s %s %s;", airing->date.day, airing->time,
                            airing->document->slug, airing->office->id);
  }
  return g_string_free (out, FALSE);
}

/* At its own times a station reads what it was sent and what names none; nothing that has expired,
 * nothing without a day. */
static void
test_airings (void)
{
  g_auto (TestSite) test = { 0 };
  static const Date first = { 2026, 10, 1 }, last = { 2026, 10, 7 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpuint (report_n_errors (test.report), ==, 0);
  g_autoptr (Plan) plan = plan_new (test.site, "x.css", FALSE);
  const Office *b = site_office (test.site, "b");
  g_autoptr (GArray) of_b = airings_of (plan, b, first, last);
  g_autoptr (GArray) all = airings_of_all (plan, last, last);
  g_autoptr (GArray) today = airings_of_all (plan, first, first);
  g_autofree char *text = text_of (of_b), *none = text_of (all), *some = text_of (today);

  g_assert_cmpstr (text, ==, "1 06:00 m b;1 18:00 m b;2 06:00 m b;2 18:00 m b;");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (some, ==, "1 05:00 n a;1 06:00 m b;1 17:00 m a;1 18:00 m b;");
  g_assert_cmpuint (plan->stations->len, ==, 2);
  g_autoptr (GArray) of_a = airings_of (plan, site_office (test.site, "a"), (Date){ 2026, 10, 2 }, last);
  g_autofree char *ended = text_of (of_a);
  g_assert_cmpstr (ended, ==, "2 05:30 p a;2 17:00 m a;2 17:00 p a;3 05:30 p a;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/airings/all", test_airings);
  return g_test_run ();
}
