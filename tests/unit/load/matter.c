/* SPDX-License-Identifier: MIT */
/* What documents say of offices, of files and of each other. */
#include "load/matter.h"

#include "../site_support.h"

#define PAGE(more) "---\nkind: page\ntitle: T\n" more "---\n"
#define OFFICES                                                                                        \
  "cu:\n  locality: \"75\"\n  name_lines: [CŨ]\n  name: Ủy ban cũ\n  valid_to: 29/4/2026\n  "      \
  "successor: moi\n"                                                                                   \
  "moi:\n  locality: \"75\"\n  name_lines: [MỚI]\n  name: Ủy ban mới\n  valid_from: 30/4/2026\n" \
  "mo-coi:\n  locality: \"75\"\n  name_lines: [X]\n  name: Ban X\n  valid_to: 29/4/2026\n"             \
  "lao-cai:\n  locality: \"15\"\n  name_lines: [L]\n  name: Ủy ban Lào Cai\n"

static void
check (const char *matter, const char *faults)
{
  g_autofree char *text = g_strdup_printf ("---\nkind: page\ntitle: T\n%s---\n", matter);
  TestFile files[] = { { "content/offices.yaml", OFFICES },
                       { "content/a/a.md", text },
                       { "content/a/b.md", PAGE ("") },
                       { "content/a/nhap.md", PAGE ("draft: true\n") },
                       { "content/c.md", PAGE ("") },
                       { "content/a/vong.md", strstr (matter, "vong.md")
                                                ? strstr (matter, "replaces")
                                                    ? PAGE ("replaces: a.md\n")
                                                    : PAGE ("translation_of: a.md\n")
                                                : PAGE ("") },
                       { "content/a/duoi.md", PAGE ("") },
                       { "content/a/e.pdf", "x" },
                       { "static/f.pdf", "x" } };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_test_message ("%s", matter);
  g_assert_cmpstr (test.faults, ==, faults);
}

static void
test_faults (void)
{
#define A "content/a/a.md:"
  static const struct {
    const char *matter, *faults;
  } rows[] = {
    /* Lives. */
    { "office: cu\ndate: 29/4/2026\n", "" },
    { "office: moi\ndate: 30/4/2026\n", "" },
    { "office: cu\n", "" },
    { "office: cu\ndate: 30/4/2026\n", A "5:7: error: “Ủy ban cũ” did not exist on 30/04/2026: it "
                                         "ended on 29/04/2026, and “Ủy ban mới” took over\n" },
    { "office: moi\ndate: 29/4/2026\n",
      A "5:7: error: “Ủy ban mới” did not exist on 29/04/2026: it began on 30/04/2026\n" },
    { "office: mo-coi\ndate: 30/4/2026\n",
      A "5:7: error: “Ban X” did not exist on 30/04/2026: it ended on 29/04/2026, and “thành phố "
        "Đồng Nai” took over\n" },
    { "office: lao-cai\ndate: 1/7/2025\n", "" },
    { "office: lao-cai\ndate: 30/6/2025\n",
      A "5:7: error: “Ủy ban Lào Cai” did not exist on 30/06/2025: it began on 01/07/2025\n" },
    { "office: \"10\"\ndate: 1/7/2025\n",
      A "5:7: error: “Ủy ban nhân dân tỉnh Lào Cai” did not exist on 01/07/2025: it ended on "
        "30/06/2025, and “Ủy ban nhân dân "
        "tỉnh Lào Cai” took over\n" },
    { "office: \"15\"\ndate: 30/6/2025\n", "" },
    { "office: cụ\n", A "4:9: error: there is no office “cụ”; did you mean “cu”?\n" },
    { "office: \"99\"\n", A "4:9: error: there is no office “99”; write the id of a record in "
                            "content/offices.yaml, or the code of a locality\n" },
    /* Other documents. */
    { "replaces: b.md\n", "" },
    { "replaces: b\n", "" },
    { "replaces: ../c.md\n", "" },
    { "replaces: /c.md\n", "" },
    { "replaces: vong.md\n", A "4:11: error: these documents replace each other: content/a/a.md → "
                               "content/a/vong.md → content/a/a.md\n" },
    { "translation_of: vong.md\n",
      A "4:17: error: these documents are translations of each other: content/a/a.md → "
        "content/a/vong.md → content/a/a.md\n" },
    /* Who is led into a circle is not in it. */
    { "replaces: duoi.md\n", "" },
    { "translation_of: nhap.md\n", "" },
    { "replaces: x.md\n", A "4:11: error: there is no document “x.md”; write its path from this "
                            "folder, or from content/ with “/” before it\n" },
    { "translation_of: ../../../etc/passwd\n",
      A "4:17: error: there is no document “../../../etc/passwd”; write its path from this folder, "
        "or from content/ with “/” "
        "before it\n" },
    { "replaces: a.md\n", A "4:11: error: a document cannot refer to itself here\n" },
    /* Files and addresses. */
    { "attachments:\n- {title: E, file: e.pdf}\n- {title: F, file: /f.pdf}\n- {title: B, file: "
      "b.md}\n",
      "" },
    { "attachments:\n- {title: E, file: e.pdf}\n- {title: X, file: x.pdf}\n",
      A "6:3: error: there is no file “x.pdf”\n" },
    { "attachments:\n- {title: X, file: ../../x}\n",
      A "5:3: error: the link “../../x” leads out of the site\n" },
    { "manual: https://a.gov.vn/\n", "" },
    { "manual: https://a.vn/\n", A "4:9: error: “https://a.vn/” may not stand behind a QR code: "
                                   "its host is not on the list of the site\n" },
    { "review_by: 1/10/2026\n", "" },
    { "review_by: 30/9/2026\n",
      "content/a/a.md: warning: this document was to be reviewed by 30/09/2026\n" },
    /* A draft is checked before its day. */
    { "draft: true\noffice: \"99\"\n",
      A "5:9: error: there is no office “99”; write the id of a record in content/offices.yaml, or "
        "the code of a locality\n" },
    { "publish: 2030-01-01\nreplaces: x\n",
      A "5:11: error: there is no document “x”; write its path from this folder, or from content/ "
        "with “/” before it\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check (rows[i].matter, rows[i].faults);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matter/faults", test_faults);
  return g_test_run ();
}
