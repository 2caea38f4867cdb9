/* SPDX-License-Identifier: MIT */
/* What the cases in tests/spec/mustache cannot reach through the command line. */
#include "template/template.h"

#include "base/parallel.h"

#include <string.h>

static Source *
find_text (const char *name, gpointer data)
{
  (void) name;
  return source_new ("page", data, -1);
}

static Value *
new_office (const char *name)
{
  Value *office = value_map ();
  value_set_text (office, "name", name);
  return office;
}

/* Fills `text` with what stands in `globals` and `data`; NULL when something was reported. */
static char *
fill (const char *text, const Value *globals, const Value *data, TemplateFlags flags)
{
  g_autoptr (TemplateSet) set = template_set_new (find_text, (gpointer) text, flags);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  const Template *template = template_set_get (set, "page", report);
  gboolean is_good =
    template && template_fill (template, globals, data, template_escape_html, out, report);

  g_assert_cmpint (is_good, ==, report_n_errors (report) == 0);
  return is_good ? g_strdup (out->str) : NULL;
}

static const struct {
  const char *text, *expected; /* NULL: an error */
  TemplateFlags flags;
} rows[] = {
  { "{{site}} {{office.name}}", "Cổng Sở", TEMPLATE_STRICT },
  { "{{both}}", "data", TEMPLATE_STRICT },
  { "{{#both}}{{site}}{{/both}}", "Cổng", TEMPLATE_STRICT },
  { "{{only_in_globals.x}}", "1", TEMPLATE_STRICT },
  { "{{nowhere}}", NULL, TEMPLATE_STRICT },
  { "{{nowhere}}", "", TEMPLATE_LENIENT },
  { "{{office.nowhere}}", NULL, TEMPLATE_STRICT },
  { "{{#nowhere}}{{/nowhere}}", NULL, TEMPLATE_STRICT },
  { "{{^nowhere}}x{{/nowhere}}", NULL, TEMPLATE_STRICT },
  { "{{^nowhere}}x{{/nowhere}}", "x", TEMPLATE_LENIENT },
  { "{{office}}", NULL, TEMPLATE_STRICT },
  { "{{office}}", "", TEMPLATE_LENIENT },
  { "{{yes}}{{no}}", "truefalse", TEMPLATE_STRICT },
  { "{{{tag}}}{{tag}}", "<b>&lt;b&gt;", TEMPLATE_STRICT },
};

static void
test_globals_and_strictness (void)
{
  g_autoptr (Value) globals = value_map ();
  g_autoptr (Value) data = value_map ();
  Value *map = value_map ();

  value_set_text (map, "x", "1");
  value_set (globals, "only_in_globals", map);
  value_set_text (globals, "site", "Cổng");
  value_set_text (globals, "both", "globals");
  value_set_text (data, "both", "data");
  value_set_text (data, "tag", "<b>");
  value_set_bool (data, "yes", TRUE);
  value_set_bool (data, "no", FALSE);
  value_set (data, "office", new_office ("Sở"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].text);
    g_autofree char *out = fill (rows[i].text, globals, data, rows[i].flags);
    g_assert_cmpstr (out, ==, rows[i].expected);
  }
}

static void
test_appends (void)
{
  g_autoptr (TemplateSet) set =
    template_set_new (find_text, (gpointer) "{{name}}\n", TEMPLATE_STRICT);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) out = g_string_new ("> ");
  g_autoptr (Value) data = new_office ("Sở");
  const Template *template = template_set_get (set, "page", report);

  g_assert_true (template_fill (template, NULL, data, template_escape_html, out, report));
  g_assert_true (template_fill (template, NULL, data, template_escape_html, out, report));
  g_assert_cmpstr (out->str, ==, "> Sở\nSở\n");
}

/* A fault is reported at every filling, but once for all turns of a section. */
static void
test_reported_once (void)
{
  g_autoptr (TemplateSet) set =
    template_set_new (find_text, (gpointer) "{{#l}}{{x}}{{y}}{{/l}}", TEMPLATE_STRICT);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (Value) data = value_map ();
  Value *list = value_list ();
  const Template *template = template_set_get (set, "page", report);

  for (guint i = 0; i < 1000; i++)
    value_add (list, value_map ());
  value_set (data, "l", list);
  g_assert_false (template_fill (template, NULL, data, template_escape_html, out, report));
  g_assert_cmpuint (report_n_errors (report), ==, 2);
}

typedef struct {
  const Template *template;
  GString *outs[64];
} Pages;

static void
fill_page (guint index, gpointer data, Report *report)
{
  Pages *pages = data;
  g_autofree char *name = g_strdup_printf ("trang %u", index % 8);
  g_autoptr (Value) value = new_office (name);

  pages->outs[index] = g_string_new (NULL);
  for (guint i = 0; i < 200; i++)
    template_fill (pages->template, NULL, value, template_escape_html, pages->outs[index], report);
}

/* One template, many threads: every page comes out as if it were alone. */
static void
test_threads (void)
{
  g_autoptr (TemplateSet) set = template_set_new (
    find_text, (gpointer) "{{$a}}<p>\n  {{#name}}{{.}}, {{name}}{{/name}}{{missing}}\n</p>{{/a}}\n",
    TEMPLATE_STRICT);
  g_autoptr (Report) report = report_new ();
  Pages pages = { .template = template_set_get (set, "page", report) };

  g_assert_nonnull (pages.template);
  parallel_for (G_N_ELEMENTS (pages.outs), 8, fill_page, &pages, report);
  g_assert_cmpuint (report_n_errors (report), ==, G_N_ELEMENTS (pages.outs) * 200);
  for (guint i = 0; i < G_N_ELEMENTS (pages.outs); i++) {
    g_assert_cmpstr (pages.outs[i]->str, ==, pages.outs[i % 8]->str);
    g_assert_nonnull (g_strrstr (pages.outs[i]->str, "<p>\n  trang "));
  }
  for (guint i = 0; i < G_N_ELEMENTS (pages.outs); i++)
    g_string_free (pages.outs[i], TRUE);
}

/* { x: { x: … { x: false } } }, `depth` deep, and t. */
static Value *
nested (guint depth)
{
  Value *value = value_bool (FALSE);

  for (guint i = 0; i < depth; i++) {
    Value *outer = value_map ();
    value_set (outer, "x", value);
    value = outer;
  }
  Value *data = value_map ();
  value_set (data, "x", value);
  value_set_bool (data, "t", TRUE);
  return data;
}

/* Whether a template may include itself as deep as the data goes, `n_sections` opened each time. */
static gboolean
is_filled (guint depth, guint n_sections)
{
  g_autoptr (GString) text = g_string_new ("{{#x}}");
  g_autoptr (Value) data = nested (depth);

  for (guint i = 0; i < n_sections; i++)
    g_string_append (text, "{{#t}}");
  g_string_append (text, "{{>page}}");
  for (guint i = 0; i < n_sections; i++)
    g_string_append (text, "{{/t}}");
  g_string_append (text, "{{/x}}{{^x}}end{{/x}}");
  g_autofree char *out = fill (text->str, NULL, data, TEMPLATE_STRICT);
  if (out)
    g_assert_cmpstr (out, ==, "end");
  return out != NULL;
}

/* A hundred includes in each other, and three thousand tags open at once, and not one more. */
static void
test_limits (void)
{
  g_assert_true (is_filled (0, 0));
  g_assert_true (is_filled (100, 0));
  g_assert_false (is_filled (101, 0));
  g_assert_true (is_filled (100, 28));
  g_assert_false (is_filled (100, 29));
}

static Source *
find_nested (const char *name, G_GNUC_UNUSED gpointer data)
{
  return strcmp (name, "page") == 0
           ? source_new ("page", "một\n{{#list}}\n  {{>item}}\n{{/list}}\nhai {{name}}\n", -1)
           : source_new ("item", "ba\n<b>{{.}}</b>\n", -1);
}

/* Of each letter it can be told which line of which template wrote it, what is included, indented
 * and said twice as well. */
static void
test_trace (void)
{
  static const struct {
    const char *at, *path;
    guint line;
  } traces[] = { { "một", "page", 1 },  { "ba", "item", 1 },   { "<b>x", "item", 2 },
                 { "x</b>", "item", 2 }, { "y</b>", "item", 2 }, { "hai", "page", 5 },
                 { "An", "page", 5 } };
  g_autoptr (TemplateSet) set = template_set_new (find_nested, NULL, TEMPLATE_STRICT);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (Value) data = new_office ("An");
  Value *list = value_list ();
  const Template *template = template_set_get (set, "page", report);
  Place place;

  value_add (list, value_text ("x"));
  value_add (list, value_text ("y"));
  value_set (data, "list", list);
  g_assert_true (template_fill (template, NULL, data, template_escape_html, out, report));
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++) {
    gsize offset = strstr (out->str, traces[i].at) - out->str;
    const Source *source =
      template_trace (template, NULL, data, template_escape_html, offset, &place);
    g_assert_cmpstr (source->path, ==, traces[i].path);
    g_assert_cmpuint (place.line, ==, traces[i].line);
  }
  g_assert_null (template_trace (template, NULL, data, template_escape_html, out->len, &place));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/fill/globals-and-strictness", test_globals_and_strictness);
  g_test_add_func ("/template/fill/appends", test_appends);
  g_test_add_func ("/template/fill/reported-once", test_reported_once);
  g_test_add_func ("/template/fill/threads", test_threads);
  g_test_add_func ("/fill/limits", test_limits);
  g_test_add_func ("/fill/trace", test_trace);
  return g_test_run ();
}
