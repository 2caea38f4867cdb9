/* SPDX-License-Identifier: MIT */
#include "load/csv.h"

#include "../support.h"

/* Fields as "a|b" rows. */
static char *
joined (const CsvTable *table)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < table->rows->len; i++) {
    const GArray *row = table->rows->pdata[i];
    for (guint j = 0; j < row->len; j++)
      g_string_append_printf (out, "%s%s", j ? "|" : "", g_array_index (row, CsvField, j).text);
    g_string_append_c (out, '\n');
  }
  return g_string_free (out, FALSE);
}

static void
test_good (void)
{
  static const struct {
    const char *text, *rows;
  } rows[] = {
    { "", "" },
    { "\n\n", "" },
    { "a,b\n1,2\n", "a|b\n1|2\n" },
    { "a,b\n1,2", "a|b\n1|2\n" },
    { "a,b\n\n1,2\n\n", "a|b\n1|2\n" },
    /* As spreadsheets write them: rows of nothing, the separator said first. */
    { "a,b\n,\n", "a|b\n" },
    { "a;b\n;\n1;2\n;;;\n", "a|b\n1|2\n" },
    { "sep=;\na;b\n1,5;2\n", "a|b\n1,5|2\n" },
    { "SEP=,\na,b\n1;5,2\n", "a|b\n1;5|2\n" },
    { "sep=;", "" },
    { "sep=;x\n", "sep=|x\n" },
    { "\"a,b\";c\n1;2\n", "a,b|c\n1|2\n" },
    { "a\tb\n1\t2\n", "a|b\n1|2\n" },
    { " a , b \n 1 ,\t2\n", "a|b\n1|2\n" },
    { "a,b\n\"1,2\",\" 3 \"\n", "a|b\n1,2| 3 \n" },
    { "a,b\n\"say \"\"x\"\"\",\"\"\n", "a|b\nsay \"x\"|\n" },
    { "a,b\n\"1\n2\",3\n", "a|b\n1\n2|3\n" },
    { "a,b\nx\"y\",3\n", "a|b\nx\"y\"|3\n" },
    { "a,b\n\"x\"y,3\n", "a|b\nxy|3\n" },
    { "a;b\n1,5;2\n", "a|b\n1,5|2\n" },
    { "a;b,c\n1,2\n", "a;b|c\n1|2\n" },
    { "a\n1;2\n", "a\n1;2\n" },
    { "mã,tên\n09886,Hà Đông\n", "mã|tên\n09886|Hà Đông\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.csv", rows[i].text, -1);
    g_test_message ("%s", rows[i].text);
    g_autoptr (CsvTable) table = csv_parse (source, report);
    g_assert_nonnull (table);
    g_autofree char *got = joined (table);
    g_assert_cmpstr (got, ==, rows[i].rows);
    g_assert_cmpuint (report_n_errors (report), ==, 0);
  }
}

static void
test_bad (void)
{
  static const struct {
    const char *text, *faults;
  } rows[] = {
    { "a,b\n1\n2,3\n4,5,6\n", "a.csv:2:1: error: this row has 1 fields, the header has 2\n"
                              "a.csv:4:1: error: this row has 3 fields, the header has 2\n" },
    { "a,b\n\"x\ny\",2\n3\n", "a.csv:4:1: error: this row has 1 fields, the header has 2\n" },
    { "a,b\nở,\"1\n2\n", "a.csv:2:3: error: this quotation mark is not closed\n" },
    { "a,b\n\"\"\"\n", "a.csv:2:1: error: this quotation mark is not closed\n" },
    { "\"", "a.csv:1:1: error: this quotation mark is not closed\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.csv", rows[i].text, -1);
    g_assert_null (csv_parse (source, report));
    g_autofree char *faults = report_faults (report);
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

static void
test_places (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.csv", "đ,b,c\n\"ở\n\",ế,x\n", -1);
  g_autoptr (CsvTable) table = csv_parse (source, report);
  static const Place places[2][3] = { { { 1, 1 }, { 1, 3 }, { 1, 5 } },
                                      { { 2, 1 }, { 3, 3 }, { 3, 5 } } };

  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < 3; j++) {
      Place place = g_array_index ((GArray *) table->rows->pdata[i], CsvField, j).place;
      g_assert_cmpuint (place.line, ==, places[i][j].line);
      g_assert_cmpuint (place.col, ==, places[i][j].col);
    }
  g_autoptr (Source) told = source_new ("a.csv", "sep=;\na;b\n1;2\n", -1);
  g_autoptr (CsvTable) second = csv_parse (told, report);
  Place last = g_array_index ((GArray *) second->rows->pdata[1], CsvField, 1).place;
  g_assert_cmpuint (last.line, ==, 3);
  g_assert_cmpuint (last.col, ==, 3);
}

static void
test_value (void)
{
  static const struct {
    const char *text, *dump;
  } rows[] = {
    { "", "[]\n" },
    { "a,b\n", "[]\n" },
    { "b,a\n1,\n", "[\n  {\n    \"a\": \"\",\n    \"b\": \"1\"\n  }\n]\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.csv", rows[i].text, -1);
    g_autoptr (CsvTable) table = csv_parse (source, report);
    g_autoptr (Value) value = csv_to_value (table);
    g_autofree char *dump = value_dump (value);
    g_assert_cmpstr (dump, ==, rows[i].dump);
  }
}

/* One line of a million fields, and a million wrong rows: in a second, not in an hour. */
static void
test_large (void)
{
  static const char *const pieces[] = { "a,", "a,b\n1\n", "\"a\",", "\"\"" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint n = 0; n < 1000000; n++)
      g_string_append (text, pieces[i]);
    g_autoptr (Source) source = source_new ("a.csv", text->str, text->len);
    g_autoptr (CsvTable) table = csv_parse (source, report);
    g_assert_true ((table == NULL) == (report_n_errors (report) > 0));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/good", test_good);
  g_test_add_func ("/csv/bad", test_bad);
  g_test_add_func ("/csv/places", test_places);
  g_test_add_func ("/csv/value", test_value);
  g_test_add_func ("/csv/large", test_large);
  return g_test_run ();
}
