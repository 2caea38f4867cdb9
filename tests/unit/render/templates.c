/* SPDX-License-Identifier: MIT */
#include "render/templates.h"

#include "../site_support.h"

/* Notes who asked for what: "00004 - web/x\n". */
static Source *
find_noting (const char *office_id, const char *province, const char *name, gpointer data)
{
  GString *asked = data;

  g_string_append_printf (asked, "%s %s %s\n", office_id ? office_id : "-",
                          province ? province : "-", name);
  if (strcmp (name, "web/none") == 0)
    return NULL;
  return source_new (name, strcmp (name, "web/bad") == 0 ? "{{#a}}" : "x", -1);
}

static const TestFile files[] = {
  { "content/localities.csv", "code,name,kind,parent\n00004,Ba Đình,phường,01\n00008,Ngọc "
                              "Hà,phường,01\n22870,Ninh Phước,xã,56\n" },
  { "content/a/x.md", "---\nkind: page\ntitle: T\noffice: '00004'\n---\n" },
  { "content/a/y.md", "---\nkind: page\ntitle: T\noffice: '00008'\n---\n" },
  { "content/a/z.md", "---\nkind: page\ntitle: T\noffice: '22870'\n---\n" },
  { "templates/offices/00004/web/x.mustache", "" },
  { "templates/provinces/56/web/x.mustache", "" },
};

typedef struct {
  TestSite test;
  GString *asked;
  Templates *templates;
  Report *report;
} Shelves;

static void
shelves_open (Shelves *shelves)
{
  test_site_load (&shelves->test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (shelves->test.faults, ==, "");
  shelves->asked = g_string_new (NULL);
  shelves->report = report_new ();
  shelves->templates = templates_new (shelves->test.site, find_noting, shelves->asked);
}

static void
shelves_clear (Shelves *shelves)
{
  templates_free (shelves->templates);
  report_free (shelves->report);
  g_string_free (shelves->asked, TRUE);
  test_site_clear (&shelves->test);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shelves, shelves_clear)

static const Template *
prepared (Shelves *shelves, const char *office_id, const char *name)
{
  const Office *office = site_office (shelves->test.site, office_id);

  templates_prepare (shelves->templates, office, name, shelves->report);
  return templates_get (shelves->templates, office, name);
}

/* Only folders that are there make a difference, and who has none shares everything. */
static void
test_sharing (void)
{
  g_auto (Shelves) shelves = { 0 };

  shelves_open (&shelves);
  const Template *own = prepared (&shelves, "00004", "web/x");
  const Template *common = prepared (&shelves, "00008", "web/x");
  const Template *of_province = prepared (&shelves, "22870", "web/x");
  g_assert_true (own && common && of_province);
  g_assert_true (own != common && common != of_province && own != of_province);
  g_assert_true (prepared (&shelves, "01", "web/x") == common);
  g_assert_true (prepared (&shelves, "00004", "web/x") == own);
  g_assert_cmpstr (shelves.asked->str, ==, "00004 - web/x\n- - web/x\n- 56 web/x\n");
}

/* What cannot be had is reported once, and NULL; what was never made ready is NULL too. */
static void
test_missing (void)
{
  g_auto (Shelves) shelves = { 0 };

  shelves_open (&shelves);
  g_assert_null (prepared (&shelves, "01", "web/none"));
  g_assert_null (prepared (&shelves, "00008", "web/none"));
  g_assert_null (prepared (&shelves, "01", "web/bad"));
  g_assert_cmpuint (report_n_errors (shelves.report), ==, 2);
  const Office *office = site_office (shelves.test.site, "01");
  g_assert_null (templates_get (shelves.templates, office, "web/x"));
  g_assert_null (
    templates_get (shelves.templates, site_office (shelves.test.site, "22870"), "web/none"));
}

static void
test_sheets (void)
{
  g_auto (Shelves) shelves = { 0 };

  shelves_open (&shelves);
  const Office *office = site_office (shelves.test.site, "00004");
  g_assert_null (templates_sheet (shelves.templates, office, "print/x.css"));
  for (guint i = 0; i < 2; i++)
    templates_prepare_sheet (shelves.templates, office, "print/x.css");
  templates_prepare_sheet (shelves.templates, office, "web/none");
  g_assert_cmpstr (templates_sheet (shelves.templates, office, "print/x.css")->text, ==, "x");
  g_assert_null (templates_sheet (shelves.templates, office, "web/none"));
  g_assert_cmpstr (shelves.asked->str, ==, "00004 - print/x.css\n00004 - web/none\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/sharing", test_sharing);
  g_test_add_func ("/templates/missing", test_missing);
  g_test_add_func ("/templates/sheets", test_sheets);
  return g_test_run ();
}
