/* SPDX-License-Identifier: MIT */
#include "template/template.h"

#include "../support.h"

#include <string.h>

typedef struct {
  const char *name, *text;
} Entry;

typedef struct {
  const Entry *entries; /* the last one has no name */
  guint n_asked;
} Shelf;

static Source *
shelf_find (const char *name, gpointer data)
{
  Shelf *shelf = data;

  shelf->n_asked++;
  for (const Entry *entry = shelf->entries; entry->name; entry++)
    if (strcmp (entry->name, name) == 0)
      return source_new (name, entry->text, -1);
  return NULL;
}

static const Entry good[] = {
  { "page", "{{<base}}{{$body}}{{>item}}{{>item}}{{/body}}{{/base}}" },
  { "other", "{{>item}}" },
  { "base", "<{{$body}}{{/body}}>" },
  { "item", "{{#x}}{{>item}}{{/x}}i" },
  { NULL, NULL },
};

static void
test_each_is_found_once (void)
{
  Shelf shelf = { good, 0 };
  g_autoptr (TemplateSet) set = template_set_new (shelf_find, &shelf, TEMPLATE_STRICT);
  g_autoptr (Report) report = report_new ();
  const Template *page = template_set_get (set, "page", report);

  g_assert_nonnull (page);
  g_assert_cmpuint (shelf.n_asked, ==, 3);
  g_assert_nonnull (template_set_get (set, "item", report));
  g_assert_true (template_set_get (set, "page", report) == page);
  g_assert_cmpuint (shelf.n_asked, ==, 3);
  g_assert_nonnull (template_set_get (set, "other", report));
  g_assert_cmpuint (shelf.n_asked, ==, 4);
  g_assert_cmpuint (report_n_errors (report), ==, 0);
}

static void
test_unknown (void)
{
  Shelf shelf = { good, 0 };
  g_autoptr (TemplateSet) set = template_set_new (shelf_find, &shelf, TEMPLATE_LENIENT);
  g_autoptr (Report) report = report_new ();

  g_assert_null (template_set_get (set, "pages", report));
  g_assert_cmpuint (report_n_errors (report), ==, 1);
}

static const Entry faulty[] = {
  { "page", "{{>a}}{{>b}}{{>gone}}" },
  { "a", "{{#x}}" },
  { "b", "{{/x}}{{}}" },
  { "fine", "x" },
  { "uses-a", "{{>a}}" },
  { NULL, NULL },
};

/* All faults of all templates are found in one go, and only those that include a faulty one suffer.
 */
static void
test_faulty (void)
{
  Shelf shelf = { faulty, 0 };
  g_autoptr (TemplateSet) set = template_set_new (shelf_find, &shelf, TEMPLATE_STRICT);
  g_autoptr (Report) report = report_new ();

  g_assert_null (template_set_get (set, "page", report));
  g_assert_cmpuint (report_n_errors (report), ==, 4);
  g_assert_null (template_set_get (set, "uses-a", report));
  g_assert_nonnull (template_set_get (set, "fine", report));
  g_assert_cmpuint (report_n_errors (report), ==, 4);
}

/* A block that is given twice, or that the parent does not have, makes the page useless. */
static void
test_arguments (void)
{
  static const Entry entries[] = {
    { "twice", "{{<base}}{{$a}}1{{/a}}{{$a}}2{{/a}}{{/base}}" },
    { "unknown", "{{<base}}{{$c}}1{{/c}}{{/base}}" },
    { "good", "{{<base}}{{$a}}1{{/a}}{{$b}}2{{/b}}{{/base}}" },
    { "base", "{{$a}}{{/a}}{{>part}}" },
    { "part", "{{$b}}{{/b}}" },
    { NULL, NULL },
  };
  static const char *const faulty_names[] = { "twice", "unknown" };

  for (guint i = 0; i < G_N_ELEMENTS (faulty_names); i++) {
    Shelf shelf = { entries, 0 };
    g_autoptr (TemplateSet) set = template_set_new (shelf_find, &shelf, TEMPLATE_STRICT);
    g_autoptr (Report) report = report_new ();
    g_assert_null (template_set_get (set, faulty_names[i], report));
    g_assert_null (template_set_get (set, faulty_names[i], report));
    g_assert_cmpuint (report_n_errors (report), ==, 1);
    g_assert_nonnull (template_set_get (set, "good", report));
  }
}

static void
test_missing_partial_is_empty_when_lenient (void)
{
  static const Entry entries[] = { { "page", "a{{>gone}}b{{<gone}}{{$x}}{{/x}}{{/gone}}" },
                                   { NULL, NULL } };
  Shelf shelf = { entries, 0 };
  g_autoptr (TemplateSet) set = template_set_new (shelf_find, &shelf, TEMPLATE_LENIENT);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  const Template *page = template_set_get (set, "page", report);

  g_assert_nonnull (page);
  g_assert_true (template_fill (page, NULL, value_null (), template_escape_none, out, report));
  g_assert_cmpstr (out->str, ==, "ab");
}

/* Which template takes whose place: the name of each says what is found behind it. */
static const Entry layered[] = {
  { "base", "{{<super/base}}{{$head}}office{{/head}}{{/super/base}}" },
  { "super/base", "{{<base}}{{$foot}}site{{/foot}}{{/base}}" },
  { "super/super/base", "{{$head}}h{{/head}} {{$foot}}f{{/foot}} {{$body}}b{{/body}}" },
  { "page", "{{<base}}{{$body}}page{{/body}}{{/base}}" },
  { NULL, NULL },
};

/* Each extends the one behind it, by “super/” or by its own name; heirs see the blocks of all. */
static void
test_super (void)
{
  Shelf shelf = { layered, 0 };
  g_autoptr (TemplateSet) set = template_set_new (shelf_find, &shelf, TEMPLATE_STRICT);
  g_autoptr (Report) report = report_new ();
  g_autoptr (Value) data = value_map ();
  g_autoptr (GString) out = g_string_new (NULL);
  const Template *page = template_set_get (set, "page", report);

  g_assert_nonnull (page);
  g_assert_true (template_fill (page, NULL, data, template_escape_none, out, report));
  g_assert_cmpstr (out->str, ==, "office site page");
  g_assert_cmpuint (report_n_errors (report), ==, 0);
}

static const Entry strange[] = {
  { "(loa)/a3", "{{<poster}}{{$size}}a3{{/size}}{{$body}}b{{/body}}{{/poster}}" },
  { "(loa)/a2", "{{<poster}}{{$size}}a2{{/size}}{{/poster}}" },
  { "poster", "<{{$body}}{{/body}}>" },
  { NULL, NULL },
};

/* Ours extend what took the place of ours: what has no place there is told once, of that file. */
static void
test_built_in_heirs (void)
{
  Shelf shelf = { strange, 0 };
  g_autoptr (TemplateSet) set = template_set_new (shelf_find, &shelf, TEMPLATE_STRICT);
  g_autoptr (Report) report = report_new ();

  g_assert_nonnull (template_set_get (set, "(loa)/a3", report));
  g_assert_nonnull (template_set_get (set, "(loa)/a2", report));
  g_autofree char *faults = report_faults (report);
  g_assert_cmpuint (report_n_errors (report), ==, 0);
  g_assert_cmpuint (report_n_warnings (report), ==, 1);
  g_assert_true (g_str_has_prefix (faults, "poster: warning: there is no block “size” here"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/set/each-is-found-once", test_each_is_found_once);
  g_test_add_func ("/template/set/unknown", test_unknown);
  g_test_add_func ("/template/set/faulty", test_faulty);
  g_test_add_func ("/template/set/arguments", test_arguments);
  g_test_add_func ("/template/set/missing-partial-is-empty-when-lenient",
                   test_missing_partial_is_empty_when_lenient);
  g_test_add_func ("/set/super", test_super);
  g_test_add_func ("/set/built-in-heirs", test_built_in_heirs);
  return g_test_run ();
}
