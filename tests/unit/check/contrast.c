/* SPDX-License-Identifier: MIT */
#include "check/contrast.h"

#include "../support.h"

#define PALE(on, ground, contrast)                                                                 \
  "warning: the contrast of “" on "” on “" ground "” is " contrast                                 \
  ", at least 4.5 is needed to be read\n"

static void
test_rules (void)
{
  static const struct {
    const char *css, *faults;
  } rows[] = {
    { "p { color: #777; background: #fff }", "a.css:1:18: " PALE ("#777777", "#ffffff", "4.4") },
    { "p { color: #767676; background: #fff }", "" },
    { "p { background-color: WHITE; color: Yellow; }",
      "a.css:1:30: " PALE ("#ffff00", "#ffffff", "1.0") },
    { "@media screen {\n  .a, .b > c {\n    color: rgb(200, 200, 200) !important;\n"
      "    background: white;\n  }\n}",
      "a.css:4:5: " PALE ("#c8c8c8", "#ffffff", "1.6") },
    /* The last one counts, and each rule is looked at by itself. */
    { "p { color: #eee; color: #111; background: #fff }", "" },
    { "p { color: #eee } p { background: #fff }", "" },
    { "a { color: #eee; background: #fff; background: url(x.png) }", "" },
    /* What nobody can say from here. */
    { "p { color: var(--ink); background: #fff }", "" },
    { "p { color: #ffff; background: #fff }", "" },
    { "p { color: rgba(255, 255, 255, 0.5); background: #fff }", "" },
    { "p { color: #eee; background: #fff url(x.png) }", "" },
    /* Strings and comments are no rules. */
    { "/* p { color: #eee; background: #fff } */ q::before { content: \"} p { color: #eee; "
      "background: #fff }\" }",
      "" },
    { "p { --x: { color: #eee; background: #fff", "" },
    { "p { color: #eee; background: #fff", "" },
    { "", "" },
    { "}}{{;;:", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.css", rows[i].css, -1);
    contrast_check (source, report);
    g_autofree char *faults = report_faults (report);
    g_test_message ("%s", rows[i].css);
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contrast/rules", test_rules);
  return g_test_run ();
}
