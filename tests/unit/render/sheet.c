/* SPDX-License-Identifier: MIT */
#include "render/sheet.h"

#include "../support.h"
#include "load/body.h"

/* The view of a body, as JSON without line ends and indentation. */
static char *
view_of (const char *markdown)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", markdown, -1);
  g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
  const Site site = { .base_url = "https://a.vn/" };
  const Document document = { .title = "Tiêu đề" };
  g_autoptr (Value) view = sheet_view (&site, &document, body_root (body));
  g_autofree char *dump = value_dump (view);
  GString *text = g_string_new (NULL);

  for (const char *p = dump; *p; p++) {
    while (g_str_has_prefix (p, "<?line")) /* render/html/body.c has a test of its own for these */
      p = strstr (p, "?>") + 2;
    if (*p == '\n')
      p += strspn (p, "\n ");
    if (*p == '\0')
      break;
    g_string_append_c (text, *p);
  }
  return g_string_free (text, FALSE);
}

static void
assert_has (const char *view, const char *part)
{
  if (strstr (view, part) == NULL)
    g_error ("%s is not in %s", part, view);
}

static void
test_appendices (void)
{
  g_autofree char *view = view_of (
    "A\n\n## Mục\n\nB\n\n## Phụ lục I: Danh mục\n\nC\n\n### D\n\nE\n\n## Phụ lục II\n\nF\n");
  assert_has (view, "\"body\": \"<p>A</p>\\n<h2 id=\\\"muc\\\">Mục</h2>\\n<p>B</p>\\n\"");
  assert_has (view, "\"label\": \"Phụ lục I\",\"title\": \"Danh mục\"}");
  assert_has (view,
              "{\"body\": \"<p>F</p>\\n\",\"contents\": [],\"id\": \"phu-luc-ii\",\"is_attached\": "
              "false,\"is_first\": false,\"is_landscape\": false,"
              "\"is_last\": true,\"label\": \"Phụ lục II\",\"title\": null}");
  g_autofree char *empty = view_of ("");
  assert_has (empty, "\"appendices\": [],\"body\": \"\"");
  g_autofree char *wide = view_of ("## Phụ lục\n\n<!-- khổ ngang -->\n\nA\n");
  assert_has (wide, "\"is_landscape\": true");
  assert_has (view, "<h3 id=\\\"d\\\">D</h3>\\n<p>E</p>");
  /* As officers type it: capitals, the title below, what it belongs to. */
  g_autofree char *typed =
    view_of ("A\n\n## PHỤ LỤC\n\n### DANH SÁCH\n\n*(Kèm theo Công văn số 1)*\n\nB\n");
  assert_has (typed, "{\"body\": \"<p>B</p>\\n\",");
  assert_has (typed, "\"label\": \"PHỤ LỤC\",\"title\": \"DANH SÁCH\"}");
}

/* On the web the appendices come behind the signature as well, and no id stands twice. */
static void
test_letter (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", "## D\n\nA\n\n## Phụ lục: B\n\n### D\n\nC\n", -1);
  g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
  g_autoptr (Value) map = value_map ();

  sheet_set_letter (map, NULL, &(Document){ .has_contents = FALSE }, body_root (body), FALSE);
  g_autofree char *dump = value_dump (map);
  assert_has (dump, "\"body\": \"<h2 id=\\\"d\\\">D</h2>\\n<p>A</p>\\n\"");
  assert_has (dump, "\"body\": \"<h3 id=\\\"d-2\\\">D</h3>\\n<p>C</p>\\n\"");
  assert_has (dump, "\"label\": \"Phụ lục\"");
  assert_has (dump, "\"title\": \"B\"");
}

/* Asked for, and with more than one line: each leads to an id of the text, appendices have no page.
 */
static void
test_contents (void)
{
  static const char text[] = "## Phần thứ nhất\n\n## CHUNG\n\n## I. MỘT\n\nA\n\n"
                             "## Phụ lục: B\n\n## C\n\nD\n";
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", text, -1);
  g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
  g_autoptr (Value) map = value_map ();
  const Document document = { .has_contents = TRUE };

  sheet_set_letter (map, NULL, &document, body_root (body), FALSE);
  g_autofree char *dump = value_dump (value_find (map, "contents"));
  const char *flat = g_strdelimit (dump, "\n", ' ');
  assert_has (flat, "\"title\": \"Phần thứ nhất. CHUNG\"");
  assert_has (flat, "\"title\": \"I. MỘT\"");
  assert_has (flat, "\"level\": \"2\"");
  assert_has (flat, "\"id\": \"phu-luc-b\"");
  assert_has (flat, "\"has_page\": false");
}

/* A title, or a number with its words, stays with what it announces; others may stand at the foot.
 */
static void
test_kept (void)
{
  g_autofree char *view = view_of ("1. Yêu cầu\n\nA.\n\nGồm:\n\n- Một\n- Hai\n\n1. B:\n   - C.\n");

  assert_has (view, "<li class=\\\"lead\\\">Yêu cầu</li>");
  assert_has (view, "<p class=\\\"lead\\\">Gồm:</p>");
  assert_has (view, "<li>Hai</li>");
  assert_has (view, "<ul class=\\\"led\\\">");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/appendices", test_appendices);
  g_test_add_func ("/sheet/letter", test_letter);
  g_test_add_func ("/sheet/contents", test_contents);
  g_test_add_func ("/sheet/kept", test_kept);
  return g_test_run ();
}
