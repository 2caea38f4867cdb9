/* SPDX-License-Identifier: MIT */
#include "render/pieces.h"

#include "../support.h"
#include "load/body.h"
#include "text/no_break.h"

#include <string.h>

typedef struct {
  Body *body;
  Value *map;
  Pieces *pieces;
} Taken;

/* As if every picture of this name were so wide by its height. */
static double
aspect (const char *href, G_GNUC_UNUSED gpointer data)
{
  return strstr (href, "cao") ? 0.5 : strstr (href, "rong") ? 1.5 : 0;
}

/* The fixed words it asks for. */
static GHashTable *
texts_new (void)
{
  static const char *const rows[][3] = {
    { "sheet_dont_words", "không|tuyệt đối không", "do not|never" },
    { "sheet_needs_words", "cần có|bạn cần có", "you need" },
    { "sheet_warning", "Lưu ý", "Please note" },
    { "sheet_steps", "{number} bước", "Step by step" },
    { "detail_needs", "Bạn cần có", "You need" },
  };
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) value_free);

  for (guint lang = 1; lang <= 2; lang++) {
    Value *map = value_map ();
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      value_set_text (map, rows[i][0], rows[i][lang]);
    g_hash_table_insert (texts, (gpointer) (lang == 1 ? "vi" : "en"), map);
  }
  return texts;
}

static Taken
take (const char *markdown, const Document *said)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", markdown, -1);
  static const char *const none[] = { NULL };
  g_autoptr (GHashTable) texts = texts_new ();
  const Site site = { .base_url = "https://a.vn/", .texts = texts };
  Document document = said ? *said : (Document){ 0 };
  Taken taken = { body_parse (source, 0, 1, FALSE, report), value_map (), NULL };

  document.title = "Tiêu đề";
  if (document.lang == NULL)
    document.lang = "vi";
  if (document.details.needs == NULL)
    document.details.needs = none;
  taken.pieces =
    pieces_new (taken.map, &site, &document, body_root (taken.body), aspect, NULL);
  return taken;
}

static void
taken_clear (Taken *taken)
{
  pieces_free (taken->pieces);
  value_free (taken->map);
  body_free (taken->body);
}

static const char *
text_of (const Value *map, const char *key)
{
  const Value *value = value_find (map, key);
  return value && value_kind (value) == VALUE_TEXT ? value_get_text (value, NULL) : NULL;
}

static const Piece *
item (const Taken *taken, guint i)
{
  return &g_array_index (taken->pieces->items, Piece, i);
}

/* `text` without the notes of lines. */
static char *
plain (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; p && *p; p++) {
    while (g_str_has_prefix (p, "<?line"))
      p = strstr (p, "?>") + 2;
    if (*p == '\0')
      break;
    g_string_append_c (out, *p);
  }
  return g_string_free (out, FALSE);
}

#define assert_text(map, key, wanted)                                                              \
  do {                                                                                             \
    g_autofree char *got = plain (text_of (map, key));                                             \
    g_assert_cmpstr (got, ==, wanted);                                                             \
  } while (0)

/* Everything once, and nowhere else. */
static void
test_places (void)
{
  Taken taken = take ("Mở đầu.\n\n- Được gửi\n- Không mất tiền\n\n"
                      "## Bạn cần có\n\n- Điện thoại\n\n"
                      "## Cách làm\n\nTrước.\n\n1. Mở máy. Chờ.\n\n   ![A](cao.png)\n\n"
                      "   ![B](rong.png)\n2. Gửi\n\nSau.\n\n> Sốt cao: đi trạm. Không uống thuốc.\n\n"
                      "## Cách 2\n\n1. Khác\n\n```loa\nNhư cách 1.\n```\n\n## Hỏi đáp\n\nCó.\n\n"
                      "## Cách 3\n\nAi không có máy.\n\n1. Đến xã ngay\n\nMang theo giấy.\n",
                      NULL);
  const Pieces *pieces = taken.pieces;

  g_assert_true (pieces->is_numbered);
  g_assert_cmpuint (pieces->items->len, ==, 2);
  g_assert_cmpuint (pieces->cards->len, ==, 2);
  g_assert_true (pieces->has_points && pieces->has_needs && pieces->has_warning
                 && pieces->has_opening && pieces->has_before && pieces->has_after
                 && pieces->has_others);
  assert_text (taken.map, "about", "<p>Mở đầu.</p>\n");
  assert_text (taken.map, "needs_title", "Bạn cần có");
  assert_text (taken.map, "needs_text", "");
  assert_text (taken.map, "steps_title", "Cách làm");
  assert_text (taken.map, "before_steps", "<p>Trước.</p>\n");
  assert_text (taken.map, "after_steps", "<p>Sau.</p>\n");
  assert_text (value_find (taken.map, "notice"), "head", "Sốt cao: đi trạm");
  assert_text (value_find (taken.map, "notice"), "body", "<p>Không uống thuốc.</p>");
  assert_text (item (&taken, 0)->map, "action", "Mở máy");
  assert_text (item (&taken, 0)->map, "text", "<p>Chờ.</p>");
  assert_text (item (&taken, 1)->map, "number", "2");
  const Value *points = value_find (taken.map, "points");
  g_assert_cmpuint (value_length (points), ==, 2);
  g_assert_false (value_is_truthy (value_find (value_item (points, 0), "is_dont")));
  g_assert_true (value_is_truthy (value_find (value_item (points, 1), "is_dont")));
  assert_text (value_item (value_find (taken.map, "others"), 0), "title", "Cách 2");
  assert_text (value_item (value_find (taken.map, "others"), 1), "title", "Cách 3");
  const Piece *around = &g_array_index (pieces->cards, Piece, 1);
  assert_text (around->map, "action", "Cách 3");
  assert_text (around->map, "text", "<p>Ai không có máy.</p>\n<p>Mang theo giấy.</p>\n");
  g_assert_cmpuint (around->n_words, ==, 9);
  taken_clear (&taken);
}

/* A head of many words is none: it is told from the others by the bold words that begin it. */
static void
test_heads (void)
{
  Taken taken = take ("1. **Hỏi cán bộ xã** xem đất nhà mình có đủ điều kiện không.\n"
                      "2. **Nộp hồ sơ** tại xã.\n3. Đọc lại một lượt, xác nhận rồi **gửi**.\n"
                      "4. Các nhà giáp ranh cùng ký biên bản ranh giới, ai vắng thì xã mời lên sau.\n",
                      NULL);
  const gboolean wanted[] = { TRUE, FALSE, FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpint (value_is_truthy (value_find (item (&taken, i)->map, "is_plain")), ==,
                     wanted[i]);
  taken_clear (&taken);
}

/* A photo of a scene may be cut to the shape of its place; a screen, or a drawing of ours, may not. */
static void
test_whole (void)
{
  static const struct {
    const char *href;
    gboolean is_tall;
  } rows[] = { { "rong.png", FALSE }, { "vuong.png", FALSE }, { "hinh:lu", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *markdown = g_strdup_printf ("1. Một\n\n   ![A](%s)\n2. Hai\n", rows[i].href);
    Taken taken = take (markdown, NULL);
    const Value *picture = value_find (taken.map, "picture");
    assert_text (picture, "href", rows[i].href);
    g_assert_cmpint (value_is_truthy (value_find (picture, "is_tall")), ==, rows[i].is_tall);
    taken_clear (&taken);
  }
}

/* A step has one picture, the sheet another, if there is one that shows a scene. */
static void
test_pictures (void)
{
  Taken taken = take ("1. Một\n\n   ![A](cao.png)\n\n   ![B](rong.png)\n2. Hai\n\n   ![C](cao2.png)\n",
                      NULL);
  g_assert_true (item (&taken, 0)->has_picture);
  g_assert_cmpfloat (item (&taken, 0)->aspect, ==, 0.5);
  assert_text (value_find (taken.map, "picture"), "href", "rong.png");
  g_assert_cmpuint (taken.pieces->n_lost_pictures, ==, 0);
  taken_clear (&taken);

  const Document covered = { .cover = { "bia.jpg", "Bìa" } };
  taken = take ("1. Một\n\n   ![A](rong.png)\n\n   ![B](rong2.png)\n", &covered);
  assert_text (value_find (taken.map, "picture"), "href", "bia.jpg");
  g_assert_cmpuint (taken.pieces->n_lost_pictures, ==, 1);
  taken_clear (&taken);

  taken = take ("Chữ thôi.\n", NULL);
  g_assert_false (taken.pieces->has_picture);
  taken_clear (&taken);
}

/* Without a way the sections are what there is to show. */
static void
test_sections (void)
{
  Taken taken = take ("Mở đầu.\n\n## Một\n\nA\n\n## Hai\n\nB\n", NULL);

  g_assert_false (taken.pieces->is_numbered);
  g_assert_cmpuint (taken.pieces->items->len, ==, 2);
  g_assert_cmpuint (taken.pieces->cards->len, ==, 0);
  assert_text (item (&taken, 0)->map, "action", "Một");
  assert_text (item (&taken, 0)->map, "text", "<p>A</p>\n");
  assert_text (taken.map, "steps_title", "Tiêu đề");
  taken_clear (&taken);
}

/* What a warning is headed with. */
static void
test_warnings (void)
{
  static const struct {
    const char *quote, *head, *body;
  } rows[] = {
    { "> **Lưu ý.** Gọi 113.\n", "Lưu" NO_BREAK_SPACE "ý", NULL },
    { "> Cán bộ không bao giờ hỏi mật khẩu.\n", "Lưu ý", "<p>Cán bộ không bao giờ hỏi mật khẩu.</p>\n" },
    { "> Câu đầu này dài quá chừng mà một đầu đề có thể chứa được đấy. Rồi thôi.\n", "Lưu ý", NULL },
    { "Chữ.\n\n## Mục\n\n> Coi chừng! Xe đông.\n", "Coi chừng", "<p>Xe đông.</p>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Taken taken = take (rows[i].quote, NULL);
    const Value *notice = value_find (taken.map, "notice");
    assert_text (notice, "head", rows[i].head);
    if (rows[i].body)
      assert_text (notice, "body", rows[i].body);
    taken_clear (&taken);
  }
}

/* The few words a poster has room for. */
static void
test_short (void)
{
  static const struct {
    const char *step, *words;
  } rows[] = {
    { "Ở màn hình chính, chọn **Dịch vụ khác**.", "Chọn Dịch vụ khác" },
    { "Chọn **Kiến nghị, phản ánh về ANTT → Tạo mới yêu cầu**.", "Chọn Kiến nghị, phản ánh về ANTT" },
    { "Đậy kín lu, khạp, phuy chứa nước.", "Đậy kín lu" },
    { "Sốt cao trên 38,5°C từ 2 ngày trở lên thì đến trạm y tế khám.", "Sốt cao trên 38,5°C" },
    { "Lật úp hoặc bỏ đi gáo dừa, lốp xe, hộp xốp, mảnh chén bể.", "Lật úp hoặc bỏ đi gáo dừa" },
    { "Chụp rõ bốn góc tờ tài khoản bạn đang giữ rồi tải lên.", "Chụp rõ bốn góc tờ tài khoản" },
    { "Chờ kết quả. Kết quả được **báo** sau.", "Chờ kết quả" },
    { "Thả 3-5 con cá bảy màu vào lu, hồ từ 200 lít trở lên.", "Thả 3-5 con cá bảy màu" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *list = g_strconcat ("1. ", rows[i].step, "\n", NULL);
    Taken taken = take (list, NULL);
    g_assert_cmpstr (text_of (item (&taken, 0)->map, "short"), ==, rows[i].words);
    taken_clear (&taken);
  }
}

/* The sheets of a letter are for those whom its appendix is for, and end without its mark. */
static void
test_letter (void)
{
  static const char text[] = "> Xong trước mùa lũ.\n\n1. Các xã lập danh sách./.\n\n"
                             "## Phụ lục 1: Kinh phí\n\nMười triệu.\n\n"
                             "## Phụ lục 2: Người dân\n\n> Coi chừng nước.\n\n1. Nghe loa.\n2. Đi ngay./.\n";
  static const struct {
    DocumentKind kind;
    guint n_steps;
    const char *last, *warning;
  } rows[] = { { KIND_LETTER, 2, "Đi ngay.", "<p>Coi chừng nước.</p>\n" },
               { KIND_GUIDE, 1, "Các xã lập danh sách.", "<p>Xong trước mùa lũ.</p>\n" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Document document = { .kind = rows[i].kind };
    Taken taken = take (text, &document);
    g_assert_cmpuint (taken.pieces->items->len, ==, rows[i].n_steps);
    assert_text (item (&taken, rows[i].n_steps - 1)->map, "action", rows[i].last);
    assert_text (value_find (taken.map, "notice"), "body", rows[i].warning);
    taken_clear (&taken);
  }
}

/* In the words of its language. */
static void
test_english (void)
{
  static const Document said = { .lang = "en" };
  Taken taken = take ("- Do not pay\n- Donate\n- Never wait\n\n1. One\n2. Two\n\n> Call\n\n## You need\n\n- A phone\n", &said);
  const Value *points = value_find (taken.map, "points");
  static const gboolean is_dont[] = { TRUE, FALSE, TRUE };

  g_assert_true (taken.pieces->has_needs);
  assert_text (taken.map, "steps_title", "Step by step");
  assert_text (value_find (taken.map, "notice"), "head", "Please note");
  for (guint i = 0; i < G_N_ELEMENTS (is_dont); i++)
    g_assert_cmpint (value_is_truthy (value_find (value_item (points, i), "is_dont")), ==, is_dont[i]);
  taken_clear (&taken);
}

/* Another number is set alike, another section or a text much longer is not. */
static void
test_alike (void)
{
#define TEXT                                                                                      \
  "Mười chín chữ ở đây để một chữ thêm vào thì vẫn dài như nhau, không ai thấy khác gì. "
  static const struct {
    const char *other;
    gboolean is_alike;
  } rows[] = {
    { TEXT "Gọi 0251 3822 501.\n\n1. Một\n2. Hai", TRUE },
    { TEXT "Gọi 0251 3822.\n\n1. Một\n2. Hai", TRUE },
    { TEXT TEXT "\n\n1. Một\n2. Hai", FALSE },
    { TEXT "Gọi 0251 3822 501.\n\n1. Một\n2. Hai\n3. Ba", FALSE },
    { TEXT "Gọi 0251 3822 501.\n\n1. Một\n2. Hai\n\n## Bốn\n\nNăm", FALSE },
    { TEXT "\n\n> Gọi 113\n\n1. Một\n2. Hai", FALSE },
  };
  Taken one = take (TEXT "Gọi 0270 3000 123.\n\n1. Một\n2. Hai", NULL);
  const PiecesShape shape = pieces_shape (one.pieces);
  taken_clear (&one);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Taken other = take (rows[i].other, NULL);
    const PiecesShape other_shape = pieces_shape (other.pieces);
    g_test_message ("%s", rows[i].other);
    g_assert_cmpint (pieces_are_alike (&shape, &other_shape), ==, rows[i].is_alike);
    g_assert_cmpint (pieces_are_alike (&other_shape, &shape), ==, rows[i].is_alike);
    taken_clear (&other);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pieces/heads", test_heads);
  g_test_add_func ("/pieces/places", test_places);
  g_test_add_func ("/pieces/whole", test_whole);
  g_test_add_func ("/pieces/pictures", test_pictures);
  g_test_add_func ("/pieces/sections", test_sections);
  g_test_add_func ("/pieces/warnings", test_warnings);
  g_test_add_func ("/pieces/short", test_short);
  g_test_add_func ("/pieces/english", test_english);
  g_test_add_func ("/pieces/alike", test_alike);
  g_test_add_func ("/pieces/letter", test_letter);
  return g_test_run ();
}
