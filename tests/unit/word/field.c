/* SPDX-License-Identifier: MIT */
#include "word/field.h"

#include "../support.h"

static void
test_read (void)
{
  static const struct {
    const char *instruction;
    FieldKind kind;
    const char *address;
  } rows[] = {
    { " HYPERLINK \"https://a.vn\" \\o \"x\" ", FIELD_LINK, "https://a.vn" },
    { "hyperlink https://a.vn", FIELD_LINK, "https://a.vn" },
    { " HYPERLINK \\l \"cho\" ", FIELD_LINK, NULL },
    { " HYPERLINK \"khong dong", FIELD_LINK, NULL },
    { " INCLUDETEXT \"\\\\\\\\may\\\\a.docx\" ", FIELD_FETCHES, NULL },
    { " DDEAUTO excel a ", FIELD_FETCHES, NULL },
    { "PAGE", FIELD_SILENT, NULL },
    { " TOC \\o ", FIELD_CONTENTS, NULL },
    { " PAGEREF a ", FIELD_RESULT, NULL },
    { " DATE \\@ \"dd/MM\" ", FIELD_RESULT, NULL },
    { "", FIELD_RESULT, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *address = NULL;
    g_assert_cmpint (field_read (rows[i].instruction, &address), ==, rows[i].kind);
    g_assert_cmpstr (address, ==, rows[i].address);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/read", test_read);
  return g_test_run ();
}
