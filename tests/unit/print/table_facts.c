/* SPDX-License-Identifier: MIT */
#include "print/table_facts.h"

#include "layout_kit.h"

#define TABLE_CSS                                                                                  \
  "table { width: 80mm; border-collapse: collapse } td, th { border: 1px solid; padding: 0 }"

static Source *
no_text (G_GNUC_UNUSED const char *href, G_GNUC_UNUSED gpointer data)
{
  return NULL;
}

/* “10pt 21 60”: size of the letters, then the columns in whole millimetres; “wide” on its side. */
static char *
facts_of (const char *css, const char *body)
{
  g_autofree char *page = layout_page (css, body);
  g_autoptr (Source) source = source_new ("a.html", page, -1);
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (GArray) tables = NULL;
  const PrintFiles files = { no_text, NULL, NULL, NULL, NULL, NULL };
  GString *out = g_string_new (NULL);

  g_assert_true (typeset_measure (typesetter, source, &files, NULL, 0, &tables));
  for (guint i = 0; i < tables->len; i++) {
    const TableFacts *table = &g_array_index (tables, TableFacts, i);
    g_string_append_printf (out, "%s%gpt%s", i ? "; " : "", table->size,
                            table->is_wide ? " wide" : "");
    for (guint j = 0; j < table->columns->len; j++)
      g_string_append_printf (out, " %.0f", g_array_index (table->columns, double, j));
  }
  return g_string_free (out, FALSE);
}

#define LONG "a<br/>a<br/>a<br/>a<br/>a<br/>a<br/>a<br/>a<br/>a<br/>a<br/>a<br/>a"
#define ROW  "<tr><td style='width: 20mm'>a</td><td>b</td></tr>"

static void
test_tables (void)
{
  static const struct {
    const char *css, *body, *facts;
  } rows[] = {
    { "", "<p>a</p>", "" },
    { TABLE_CSS, "<table>" ROW "</table>", "10pt 21 60" },
    { TABLE_CSS ".s { font-size: 8pt }",
      "<table>" ROW ROW "</table><table class='s'>" ROW "</table>", "10pt 21 60; 8pt 21 60" },
    /* a heading stands on each page; its table is one */
    { TABLE_CSS "td { height: 50mm }",
      "<table><thead><tr><th>a</th><th>a</th></tr></thead>" ROW ROW "</table>", "10pt 21 60" },
    /* a row that goes on to the next page is one */
    { TABLE_CSS, "<table><tr><td style='width: 20mm'>" LONG "</td><td>b</td></tr></table>",
      "10pt 21 60" },
    { TABLE_CSS "@page lying { size: 120mm 80mm } .w { page: lying; width: 100mm }",
      "<p>a</p><table class='w'>" ROW "</table>", "10pt wide 21 80" },
    { "", "<table>" ROW "</table>", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *facts = facts_of (rows[i].css, rows[i].body);
    g_test_message ("%s", rows[i].body);
    g_assert_cmpstr (facts, ==, rows[i].facts);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-facts/tables", test_tables);
  return g_test_run ();
}
