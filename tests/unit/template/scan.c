/* SPDX-License-Identifier: MIT */
#include "template/scan.h"

/* Every tag as “sigil:name@line:col”, faulty ones as their status; “;” between them. */
static char *
scan (const char *text)
{
  g_autoptr (Source) source = source_new ("a", text, -1);
  g_autoptr (GString) found = g_string_new (NULL);
  Scanner scanner;
  TemplateTag tag;
  ScanStatus status;

  scanner_init (&scanner, source);
  while ((status = scanner_next (&scanner, &tag)) != SCAN_END) {
    g_string_append (found, found->len ? ";" : "");
    if (status == SCAN_TAG)
      g_string_append_printf (found, "%c:%.*s", tag.sigil ? tag.sigil : '.', (int) tag.name_length,
                              tag.name);
    else
      g_string_append_printf (found, "!%d", status);
    g_string_append_printf (found, "@%u:%u", tag.place.line, tag.place.col);
  }
  return g_strdup (found->str);
}

static const struct {
  const char *text, *tags;
} rows[] = {
  { "", "" },
  { "a { b }} {", "" },
  { "{{a}}", ".:a@1:1" },
  { "Ủy {{ a }}\n\n ban {{b}}", ".:a@1:4;.:b@3:6" },
  { "{{{a}}}{{&b}}{{#c}}{{^d}}{{/e}}", "{:a@1:1;&:b@1:8;#:c@1:14;^:d@1:20;/:e@1:26" },
  { "{{>a/b}}{{<c}}{{$d}}{{! e }}", ">:a/b@1:1;<:c@1:9;$:d@1:15;!:e@1:21" },
  { "{{! a {{b}} }}{{c}}", "!:a {{b@1:1;.:c@1:15" },
  { "{{=<% %>=}}{{a}}<%a%><%={{ }}=%>{{b}}", "=:<% %>@1:1;.:a@1:17;=:{{ }}@1:22;.:b@1:33" },
  { "{{=| |=}}|a|b|c|", "=:| |@1:1;.:a@1:10;.:c@1:14" },
  { "{{=<% %>=}}<%{a}%>", "=:<% %>@1:1;{:a@1:12" },
  /* Faults, and going on after them. */
  { "{{", "!2@1:1" },
  { "{{a", "!2@1:1" },
  { "{{a {{b}}", "!2@1:1;.:b@1:5" },
  { "{{a\n}b {{c}}", "!2@1:1;.:c@2:4" },
  { "{{{a}} {{b}}", "!2@1:1;.:b@1:8" },
  { "{{}}{{ }}{{#}}{{a}}", "!3@1:1;!3@1:5;!3@1:10;.:a@1:15" },
  { "{{a b}}{{c}}", "!4@1:1;.:c@1:8" },
  { "{{ #a}}{{b}}", "!5@1:1;.:b@1:8" },
  { "{{=a}}{{b}}", "!6@1:1;.:b@1:7" },
  { "{{=a b c=}}{{b}}", "!6@1:1;.:b@1:12" },
  { "{{=12345678901234567 b=}}{{b}}", "!6@1:1;.:b@1:26" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *tags = scan (rows[i].text);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (tags, ==, rows[i].tags);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/scan/table", test_table);
  return g_test_run ();
}
