/* SPDX-License-Identifier: MIT */
#include "render/events.h"

#include "load/texts.h"

static void
test_when (void)
{
  static const struct {
    Phase phase;
    const char *when;
  } rows[] = {
    { { { 2026, 11, 27 }, { 0, 0, 0 }, NULL }, "Thứ Sáu, 27/11/2026" },
    { { { 2026, 11, 27 }, { 2026, 11, 27 }, "7 giờ 30" }, "Thứ Sáu, 27/11/2026, 7 giờ 30" },
    { { { 2026, 11, 28 }, { 2026, 11, 29 }, "sáng" },
      "Thứ Bảy, 28/11/2026 – Chủ nhật, 29/11/2026, sáng" },
  };

  g_autoptr (Site) site = site_new ();

  texts_load_builtin (site);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *when = event_when (site, &rows[i].phase, "vi");
    g_assert_cmpstr (when, ==, rows[i].when);
  }
}

/* 26 November 2026 is a Thursday. */
static void
test_groups (void)
{
  static const Date today = { 2026, 11, 26 };
  static const struct {
    Phase phase;
    const char *group;
  } rows[] = {
    { { { 2026, 11, 25 }, { 0, 0, 0 }, NULL }, NULL },
    { { { 2026, 11, 25 }, { 2026, 11, 26 }, NULL }, "Hôm nay" },
    { { { 2026, 11, 26 }, { 0, 0, 0 }, NULL }, "Hôm nay" },
    { { { 2026, 11, 27 }, { 0, 0, 0 }, NULL }, "Ngày mai" },
    { { { 2026, 11, 29 }, { 0, 0, 0 }, NULL }, "Trong tuần này" },
    { { { 2026, 11, 30 }, { 0, 0, 0 }, NULL }, "Sắp tới" },
  };

  g_autoptr (Site) site = site_new ();

  texts_load_builtin (site);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Document document = { .kind = KIND_NOTICE, .phases = &rows[i].phase, .n_phases = 1 };
    g_assert_cmpstr (event_group (site, &document, today), ==, rows[i].group);
    document.kind = KIND_BULLETIN;
    g_assert_null (event_group (site, &document, today));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/when", test_when);
  g_test_add_func ("/events/groups", test_groups);
  return g_test_run ();
}
