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

#define ENDS(first, last) "\"is_first\": " first ",\"is_last\": " last

static void
test_steps (void)
{
  g_autofree char *view = view_of ("Mở đầu.\n\n> **Lưu ý.** Gọi 113.\n\n## Bạn cần có\n\n- A\n\n## "
                                   "Cách 1: Nhanh\n\nĐi: **X → Y → Z**.\n\n"
                                   "1. Mở **ứng dụng**. Rồi đợi *một lát*.\n\n   ![H](h.png)\n2. "
                                   "Chọn **X → Y**\n\n## Cách 2\n\n1. Một\n\n## Sau đó\n\nXem.\n");
  assert_has (view, "\"opening\": \"<p>Mở đầu.</p>\\n\"");
  assert_has (
    view,
    "\"warning\": \"<p><strong>Lưu ý.</strong> Gọi <a href=\\\"tel:113\\\">113</a>.</p>\\n\"");
  assert_has (view, "\"before\": [{\"body\": \"<ul>\\n<li>A</li>\\n</ul>\\n\"," ENDS (
                      "true", "true") ",\"title\": \"Bạn cần có\"}]");
  assert_has (view, "{\"action\": \"Mở <strong>ứng dụng</strong>.\"," ENDS (
                      "true", "false") ",\"more\": \"<figure><img src=\\\"h.png\\\" "
                                       "alt=\\\"H\\\"/></figure>\\n\",\"number\": \"1\",\"rest\": "
                                       "\"Rồi đợi <em>một lát</em>.\"}");
  assert_has (view, "\"number\": \"2\",\"rest\": \"\"}]");
  assert_has (view, "\"title\": \"Cách 1: Nhanh\"}");
  assert_has (view, "\"other_ways\": [{\"body\": \"<ol>\\n<li>Một</li>\\n</ol>\\n\"," ENDS (
                      "true", "true") ",\"title\": \"Cách 2\"}]");
  assert_has (view, "\"after\": [{\"body\": \"<p>Xem.</p>\\n\"");
  assert_has (
    view, "\"menu\": [{" ENDS ("true", "false") ",\"text\": \"X\"},{" ENDS (
            "false", "false") ",\"text\": \"Y\"},{" ENDS ("false", "true") ",\"text\": \"Z\"}]");
}

/* What is to be done is one sentence, whatever stands in it. */
static void
test_sentences (void)
{
  static const struct {
    const char *step, *action, *rest;
  } rows[] = {
    { "Nộp đơn tại UBND TP. Hồ Chí Minh và Q. 1. Mang theo CCCD.",
      "Nộp đơn tại UBND TP. Hồ Chí Minh và Q. 1.", "Mang theo CCCD." },
    { "Gọi ông Nguyễn Văn A. để hẹn.", "Gọi ông Nguyễn Văn A. để hẹn.", "" },
    { "Gọi ông A. để *hẹn*! Chờ.", "Gọi ông A. để <em>hẹn</em>!", "Chờ." },
    /* Emphasis at the end of the sentence, around it, and around more than it. */
    { "Mở **a.** Rồi chờ.", "Mở <strong>a.</strong>", "Rồi chờ." },
    { "**Mở a.** *Rồi* chờ.", "<strong>Mở a.</strong>", "<em>Rồi</em> chờ." },
    { "**Mở a. Rồi chờ. Sau** đó đi. Về.", "<strong>Mở a. Rồi chờ. Sau</strong> đó đi.", "Về." },
    { "**Mở a. Rồi chờ**", "<strong>Mở a. Rồi chờ</strong>", "" },
    { "**Mở** a?\n   Chờ.", "<strong>Mở</strong> a?", "Chờ." },
    { "Mở *a*.  \n   Chờ.", "Mở <em>a</em>.", "Chờ." },
    { "Mở a.", "Mở a.", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *markdown = g_strdup_printf ("1. %s\n", rows[i].step);
    g_autofree char *view = view_of (markdown);
    g_autofree char *action = g_strdup_printf ("\"action\": \"%s\"", rows[i].action);
    g_autofree char *rest = g_strdup_printf ("\"rest\": \"%s\"", rows[i].rest);
    g_auto (GStrv) parts = g_strsplit (view, "\xC2\xA0", -1);
    g_autofree char *plain = g_strjoinv (" ", parts);
    assert_has (plain, action);
    assert_has (plain, rest);
  }
}

/* Numbered lists of blocks that the loudspeaker replaces still are ways. */
static void
test_channels (void)
{
  g_autofree char *view =
    view_of ("## Cách 1\n\n1. A\n\n## Cách 2\n\n1. B\n\n```loa thay\nC\n```\n");
  assert_has (view, "\"other_ways\": [{\"body\": \"<ol>\\n<li>B</li>\\n</ol>\\n\"");
  g_autofree char *web = view_of ("```web\n1. A\n```\n\nB\n");
  assert_has (web, "\"way\": null");
  assert_has (web, "\"opening\": \"<p>B</p>\\n\"");
}

static void
test_without (void)
{
  g_autofree char *empty = view_of ("");
  assert_has (empty, "\"body\": \"\"");
  assert_has (empty, "\"way\": null");
  g_autofree char *listed = view_of ("A:\n\n3. B! C\n4. D\n\nE\n");
  assert_has (listed, "\"opening\": \"<p>A:</p>\\n\"");
  assert_has (listed, "\"before\": \"\",\"steps\": [{\"action\": \"B!\"");
  assert_has (listed, "\"number\": \"3\",\"rest\": \"C\"}");
  assert_has (listed, "\"way\": {\"after\": \"<p>E</p>\\n\"");
  g_autofree char *quote = view_of ("1. A\n\n> B\n");
  assert_has (quote, "\"warning\": null");
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
  g_autofree char *wide = view_of ("## Phụ lục\n\n<!-- khổ ngang -->\n\nA\n");
  assert_has (wide, "\"is_landscape\": true");
  assert_has (view, "<h3 id=\\\"d\\\">D</h3>\\n<p>E</p>");
  /* As officers type it: capitals, the title below, what it belongs to. */
  g_autofree char *typed =
    view_of ("A\n\n## PHỤ LỤC\n\n### DANH SÁCH\n\n*(Kèm theo Công văn số 1)*\n\nB\n");
  assert_has (typed, "{\"body\": \"<p>B</p>\\n\",");
  assert_has (typed, "\"label\": \"PHỤ LỤC\",\"title\": \"DANH SÁCH\"}");
}

static void
test_short (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *empty = view_of ("");
  for (guint i = 0; i < 150; i++)
    g_string_append (text, "Mười chữ.\n\n");
  g_autofree char *long_text = view_of (text->str);
  g_autofree char *pictures = view_of ("![a](a.png)\n\n![b](b.png)\n\n![c](c.png)\n");
  g_autofree char *web = view_of ("A\n\n``` web\n![a](a.png) ![b](b.png) ![c](c.png)\n```\n");

  assert_has (empty, "\"is_short\": true");
  assert_has (long_text, "\"is_short\": false");
  assert_has (pictures, "\"is_short\": false");
  assert_has (web, "\"is_short\": true");
}

/* On the web the appendices come behind the signature as well, and no id stands twice. */
static void
test_letter (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", "## D\n\nA\n\n## Phụ lục: B\n\n### D\n\nC\n", -1);
  g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
  g_autoptr (Value) map = value_map ();

  sheet_set_letter (map, &(Document){ .has_contents = FALSE }, body_root (body));
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

  sheet_set_letter (map, &document, body_root (body));
  g_autofree char *dump = value_dump (value_find (map, "contents"));
  g_autofree char *flat = g_strjoinv (" ", g_strsplit (dump, "\n", -1));
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
  g_test_add_func ("/sheet/steps", test_steps);
  g_test_add_func ("/sheet/sentences", test_sentences);
  g_test_add_func ("/sheet/channels", test_channels);
  g_test_add_func ("/sheet/without", test_without);
  g_test_add_func ("/sheet/appendices", test_appendices);
  g_test_add_func ("/sheet/short", test_short);
  g_test_add_func ("/sheet/letter", test_letter);
  g_test_add_func ("/sheet/contents", test_contents);
  g_test_add_func ("/sheet/kept", test_kept);
  return g_test_run ();
}
