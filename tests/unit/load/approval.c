/* SPDX-License-Identifier: MIT */
#include "load/approval.h"

#include "../support.h"

#include <string.h>

static char *
digest_of_file (const char *text)
{
  g_autoptr (Source) source = source_new ("a.md", text, -1);
  return approval_digest (source);
}

static char *
sign (const char *text, const char *position)
{
  g_autofree char *digest = digest_of_file (text);
  return approval_sign (text, strlen (text), digest, position, (Date){ 2026, 11, 5 });
}

static void
test_sign (void)
{
  const char *text = "---\ntiêu đề: A\n---\n\nNội dung.\n";
  g_autofree char *once = sign (text, "Chủ tịch");
  g_autofree char *twice = sign (once, "Phó Chủ tịch");
  g_autofree char *before = digest_of_file (text), *after = digest_of_file (once);
  g_autofree char *none = sign ("Nội dung.\n", "Chủ tịch");
  g_autofree char *ruled = sign ("Nội dung.\n\n---\n\nHai.\n\n---\n", "Chủ tịch");

  g_assert_cmpstr (before, ==, after);
  g_assert_nonnull (strstr (once, "A\nduyệt: { chức vụ: \"Chủ tịch\", ngày: 05/11/2026, mã: "));
  g_assert_nonnull (strstr (twice, "Phó Chủ tịch"));
  g_assert_null (strstr (twice, "\"Chủ tịch"));
  g_assert_null (none);
  g_assert_null (ruled);
}

static void
test_other_forms (void)
{
  g_autofree char *plain = digest_of_file ("---\na: 1\n---\nb\n");
  g_autofree char *set_in = digest_of_file ("---\na: 1\napproved:\n  position: A\n---\nb\n");
  g_autofree char *in_text = digest_of_file ("---\na: 1\n---\nduyệt: b\n");
  g_autofree char *dos = sign ("---\r\na: 1\r\n---\r\nb\r\n", "A");

  g_assert_cmpstr (plain, ==, set_in);
  g_assert_cmpstr (plain, !=, in_text);
  g_assert_nonnull (strstr (dos, "}\r\n---\r\nb"));
  g_autofree char *marked = sign ("\xEF\xBB\xBF---\na: 1\n---\nb\n\n---\n", "A");
  g_assert_true (g_str_has_prefix (marked, "\xEF\xBB\xBF---\na: 1\nduyệt: "));
}

static void
test_check (void)
{
  const char *text = "---\na: 1\n---\nb\n";
  g_autoptr (Source) good = source_new ("a.md", text, -1);
  g_autoptr (Source) changed = source_new ("a.md", "---\na: 1\n---\nc\n", -1);
  g_autoptr (Report) report = report_new ();
  g_autofree char *digest = digest_of_file (text);
  Approval approval = { "A", digest, { 2026, 11, 5 }, { 2, 1 }, FALSE };

  approval_check (&approval, good, report);
  g_assert_true (approval.is_current);
  g_assert_cmpuint (report_n_warnings (report), ==, 0);
  approval_check (&approval, changed, report);
  g_assert_false (approval.is_current);
  g_assert_cmpuint (report_n_warnings (report), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/approval/sign", test_sign);
  g_test_add_func ("/load/approval/other-forms", test_other_forms);
  g_test_add_func ("/load/approval/check", test_check);
  return g_test_run ();
}
