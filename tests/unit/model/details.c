/* SPDX-License-Identifier: MIT */
#include "model/details.h"

static const char *const nothing[] = { NULL };
static const char *const two[] = { "a", "b", NULL };

static const Details no_details = { .needs = nothing, .help_points = nothing, .contacts = nothing };

/* "label: text; text|" for each, with ! before the label of one that is long. */
static char *
written (const Document *document)
{
  g_autoptr (GArray) details = details_new (document);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < details->len; i++) {
    const Detail *detail = &g_array_index (details, Detail, i);
    g_string_append_printf (out, "%s%s %s: ", detail->is_long ? "!" : "", detail->id,
                            detail->label);
    for (guint j = 0; j < detail->texts->len; j++)
      g_string_append_printf (out, "%s%s", j > 0 ? "; " : "", (char *) detail->texts->pdata[j]);
    g_string_append_c (out, '|');
  }
  return g_string_free (out, FALSE);
}

/* What is not said has no line, and the order is that of the reader. */
static void
test_lines (void)
{
  static const struct {
    Details details;
    const char *written;
  } rows[] = {
    { { .needs = nothing, .help_points = nothing, .contacts = nothing }, "" },
    { { .needs = two, .help_points = nothing, .contacts = nothing }, "needs Bạn cần có: a; b|" },
    { { .needs = nothing,
        .help_points = nothing,
        .contacts = nothing,
        .where = "\x01{{office.name}}" },
      "where Ở đâu: \x01{{office.name}}|" },
    { { .needs = two,
        .duration = "c",
        .fee = "d",
        .where = "e",
        .who = "f",
        .hours = "g",
        .help_points = two,
        .contacts = two },
      "who Ai làm được: f|needs Bạn cần có: a; b|duration Mất bao lâu: c|fee Lệ phí: d|"
      "where Ở đâu: e|hours Giờ làm việc: g|help_points Điểm hỗ trợ: a; b|contacts Liên hệ: a; "
      "b|" },
    /* Lists a program leaves out are empty. */
    { { .fee = "d" }, "fee Lệ phí: d|" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Document document = { .details = rows[i].details };
    g_autofree char *text = written (&document);
    g_assert_cmpstr (text, ==, rows[i].written);
  }
}

static void
test_phases (void)
{
  static const struct {
    Phase phases[2];
    guint n;
    const char *written;
  } rows[] = {
    { { { { 2026, 11, 2 }, { 0, 0, 0 }, NULL } }, 1, "!phases Thời gian: ngày 02/11/2026|" },
    { { { { 2026, 11, 2 }, { 2026, 11, 2 }, NULL } }, 1, "!phases Thời gian: ngày 02/11/2026|" },
    { { { { 2026, 11, 2 }, { 0, 0, 0 }, "8h" } }, 1, "!phases Thời gian: ngày 02/11/2026, 8h|" },
    { { { { 2026, 11, 2 }, { 2026, 12, 3 }, "8h" } },
      1,
      "!phases Thời gian: từ ngày 02/11/2026 đến ngày 03/12/2026, 8h|" },
    { { { { 2026, 11, 2 }, { 2026, 12, 3 }, NULL }, { { 2027, 1, 4 }, { 0, 0, 0 }, NULL } },
      2,
      "!phases Thời gian: từ ngày 02/11/2026 đến ngày 03/12/2026; ngày 04/01/2027|" },
    /* One without a day was complained of, and is not shown. */
    { { { { 0, 0, 0 }, { 2026, 12, 3 }, "8h" }, { { 2027, 1, 4 }, { 0, 0, 0 }, NULL } },
      2,
      "!phases Thời gian: ngày 04/01/2027|" },
    { { { { 0, 0, 0 }, { 2026, 12, 3 }, "8h" } }, 1, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Document document = { .details = no_details,
                                .phases = rows[i].phases,
                                .n_phases = rows[i].n };
    g_autofree char *text = written (&document);
    g_assert_cmpstr (text, ==, rows[i].written);
  }
}

/* Days are sentences aloud, what follows them is not. */
static void
test_long (void)
{
  static const Phase phase = { .from = { 2026, 11, 2 } };
  Document document = { .details = no_details, .phases = &phase, .n_phases = 1 };

  document.details.fee = "d";
  g_autofree char *text = written (&document);
  g_assert_cmpstr (text, ==, "!phases Thời gian: ngày 02/11/2026|fee Lệ phí: d|");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/details/lines", test_lines);
  g_test_add_func ("/details/phases", test_phases);
  g_test_add_func ("/details/long", test_long);
  return g_test_run ();
}
