/* SPDX-License-Identifier: MIT */
#include "load/front_matter.h"

#include "../product_support.h"
#include "../support.h"

typedef struct {
  FrontMatter *matter;
  char *faults;
} Outcome;

static Outcome
read_matter (const char *text)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", text, -1);
  Outcome outcome = { front_matter_read (NULL, source, report), NULL };
  outcome.faults = report_faults (report);
  return outcome;
}

static void
outcome_clear (Outcome *outcome)
{
  if (outcome->matter)
    arena_free (outcome->matter->document.arena);
  g_free (outcome->faults);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
put_texts (GString *out, const char *name, const char *const *texts)
{
  g_string_append_printf (out, "%s=[", name);
  for (guint i = 0; texts[i]; i++)
    g_string_append_printf (out, "%s%s", i ? "|" : "", texts[i]);
  g_string_append (out, "]\n");
}

static void
put_date (GString *out, const char *name, Date date)
{
  g_autofree char *text = date_iso (date);
  g_string_append_printf (out, "%s=%s\n", name, date_is_set (date) ? text : "-");
}

static void
put_moment (GString *out, const char *name, Moment moment)
{
  g_autofree char *text = moment == MOMENT_NONE ? g_strdup ("-") : moment_iso (moment);
  g_string_append_printf (out, "%s=%s\n", name, text);
}

static void
put_products (GString *out, const Document *document)
{
  g_string_append (out, "outputs=");
  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if (document_makes (document, product))
      g_string_append_printf (out, "%s ", product->file ? product->file : "page");
  g_string_append_c (out, '\n');
}

#define put(out, name, text) g_string_append_printf (out, "%s=%s\n", name, (text) ? (text) : "-")

/* All that was read, in lines. */
static char *
dump (const FrontMatter *matter)
{
  const Document *document = &matter->document;
  GString *out = g_string_new (NULL);

  put (out, "kind", document_kind_id (document->kind));
  put (out, "title", document->title);
  put (out, "summary", document->summary);
  put (out, "office", matter->office_id);
  put_date (out, "date", document->date);
  put (out, "number", document->number);
  put (out, "symbol", document->symbol);
  put (out, "subject", document->subject);
  put_texts (out, "to", document->to);
  put_texts (out, "copies", document->copies);
  put_texts (out, "authority", document->signer.authority);
  put (out, "signer title", document->signer.title);
  put (out, "signer name", document->signer.name);
  for (guint i = 0; i < document->n_attachments; i++)
    g_string_append_printf (out, "attachment=%s %s %d\n", document->attachments[i].title,
                            document->attachments[i].target, document->attachments[i].is_external);
  g_string_append_printf (out, "manual=%s %d\n", document->manual ? document->manual : "-",
                          matter->has_manual);
  put_texts (out, "distribute", document->distribute);
  put_products (out, document);
  put_texts (out, "times", document->broadcast.times);
  put_date (out, "from", document->broadcast.from);
  put_date (out, "until", document->broadcast.until);
  g_string_append_printf (out, "slot=%u\n", document->broadcast.slot_seconds);
  put (out, "opening", document->broadcast.opening);
  put (out, "closing", document->broadcast.closing);
  put (out, "lang", document->lang);
  put (out, "translation_of", matter->translation_of);
  put (out, "replaces", matter->replaces);
  put_moment (out, "publish", document->publish);
  put_moment (out, "expires", document->expires);
  put_date (out, "review_by", document->review_by);
  g_string_append_printf (out, "draft=%d\nsample=%d\n", document->is_draft, document->is_sample);
  return g_string_free (out, FALSE);
}

/* Every key, in either language. */
static void
test_every_key (void)
{
  static const char *const letters[] = {
    "---\nkind: letter\ntitle: T\nsummary: S\noffice: o\ndate: 2026-03-05\nnumber: 4907\nsymbol: "
    "UBND-NC\n"
    "subject: triển khai\nto: [A, B]\ncopies:\n- C\n- D\nsigner:\n  authority: [TM. E, KT. F]\n  "
    "title: G\n"
    "  name: Nguyễn Văn A\nattachments:\n- title: H\n  file: h.pdf\n- title: I\n  url: "
    "https://i.gov.vn/\n"
    "manual: https://m.gov.vn/\ndistribute: ['*']\noutputs: [web, script]\nlang: "
    "en\ntranslation_of: x.md\n"
    "replaces: /y.md\npublish: 2026-03-05 05:30\nexpires: 6/3/2026\nreview_by: 7.3.2026\ndraft: "
    "true\nsample: false\n---\n",
    "---\nloại: công văn\ntiêu đề: T\ntóm tắt: S\ncơ quan: o\nngày: 5/3/2026\nsố: 4907\nký hiệu: "
    "UBND-NC\n"
    "trích yếu: triển khai\nkính gửi: [A, B]\nnơi nhận:\n- C\n- D\nngười ký:\n  quyền hạn: [TM. E, "
    "KT. F]\n  chức vụ: G\n"
    "  họ tên: Nguyễn Văn A\nđính kèm:\n- tiêu đề: H\n  tệp: h.pdf\n- tiêu đề: I\n  địa chỉ: "
    "https://i.gov.vn/\n"
    "tài liệu: https://m.gov.vn/\nphát hành đến: ['*']\nđầu ra: [web, kịch bản loa]\nngôn ngữ: "
    "en\nbản dịch của: x.md\n"
    "thay thế: /y.md\nđăng từ: 5/3/2026 5h30\nhết hạn: 06-03-2026\nrà soát: 2026-03-07\nnháp: "
    "có\nmẫu: không\n---\n",
  };
  static const char letter[] =
    "kind=letter\ntitle=T\nsummary=S\noffice=o\ndate=2026-03-05\nnumber=4907\nsymbol=UBND-"
    "NC\nsubject=triển khai\n"
    "to=[A|B]\ncopies=[C|D]\nauthority=[TM. E|KT. F]\nsigner title=G\nsigner name=Nguyễn Văn A\n"
    "attachment=H h.pdf 0\nattachment=I https://i.gov.vn/ 1\nmanual=https://m.gov.vn/ "
    "1\ndistribute=[*]\noutputs=page loa.html loa.txt \n"
    "times=[]\nfrom=-\nuntil=-\nslot=0\nopening=-\nclosing=-\nlang=en\ntranslation_of=x."
    "md\nreplaces=/y.md\n"
    "publish=2026-03-05T05:30:00+07:00\nexpires=2026-03-07T00:00:00+07:00\nreview_by=2026-03-"
    "07\ndraft=1\nsample=0\n";
  static const char *const bulletins[] = {
    "---\nkind: bulletin\ntitle: T\ndate: 5/3/2026\nmanual: false\nbroadcast:\n  times: [\"5:30\", "
    "17h, 17h05]\n"
    "  from: 5/3/2026\n  until: 6/3/2026\n  slot: 5\n  opening: |\n    Kính chào\n    bà con.\n  "
    "closing: Hết.\n---\n",
    "---\nloại: bản tin\ntiêu đề: T\nngày: 5/3/2026\ntài liệu: không\nphát thanh:\n  giờ: "
    "[\"05:30\", \"17:00\", \"17:05\"]\n"
    "  từ ngày: 5/3/2026\n  đến ngày: 6/3/2026\n  thời lượng: 5 phút\n  lời mở đầu: \"Kính "
    "chào\\nbà con.\"\n  lời kết thúc: Hết.\n---\n",
  };
  static const char bulletin[] =
    "kind=bulletin\ntitle=T\nsummary=-\noffice=-\ndate=2026-03-05\nnumber=-\nsymbol=-\nsubject=-"
    "\nto=[]\ncopies=[]\n"
    "authority=[]\nsigner title=-\nsigner name=-\nmanual=- "
    "1\ndistribute=[]\noutputs=page loa.pdf loa-chu-to.pdf loa.html loa.txt loa.ssml loa-ssml.txt loa-may.txt qr.svg "
    "\ntimes=[05:30|17:00|17:05]\n"
    "from=2026-03-05\nuntil=2026-03-06\nslot=300\nopening=Kính chào\nbà "
    "con.\nclosing=Hết.\nlang=vi\n"
    "translation_of=-\nreplaces=-\npublish=-\nexpires=-\nreview_by=-\ndraft=0\nsample=0\n";

  for (guint i = 0; i < 2; i++) {
    g_auto (Outcome) one = read_matter (letters[i]);
    g_auto (Outcome) other = read_matter (bulletins[i]);
    g_assert_cmpstr (one.faults, ==, "");
    g_assert_cmpstr (other.faults, ==, "");
    g_autofree char *got = dump (one.matter);
    g_assert_cmpstr (got, ==, letter);
    g_autofree char *got_other = dump (other.matter);
    g_assert_cmpstr (got_other, ==, bulletin);
  }
}

/* The kinds in either language, and what they become. */
static void
test_kinds (void)
{
  static const struct {
    const char *word;
    DocumentKind kind;
    gboolean spoken;
  } rows[] = {
    { "bulletin", KIND_BULLETIN, TRUE },    { "bản tin", KIND_BULLETIN, TRUE },
    { "guide", KIND_GUIDE, TRUE },          { "hướng dẫn", KIND_GUIDE, TRUE },
    { "checklist", KIND_CHECKLIST, FALSE }, { "biểu theo dõi", KIND_CHECKLIST, FALSE },
    { "page", KIND_PAGE, FALSE },           { "trang", KIND_PAGE, FALSE },
    { "question", KIND_QUESTION, FALSE },   { "hỏi đáp", KIND_QUESTION, FALSE },
    { "notice", KIND_NOTICE, TRUE },        { "thông báo", KIND_NOTICE, TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
      g_strdup_printf ("---\nloại: %s\ntiêu đề: T\nngày: 5/3/2026\n---\n", rows[i].word);
    g_auto (Outcome) outcome = read_matter (text);
    g_assert_cmpstr (outcome.faults, ==, "");
    g_assert_cmpint (outcome.matter->document.kind, ==, rows[i].kind);
    g_assert_cmpint (document_makes (&outcome.matter->document, product_of_file ("loa.html")), ==,
                     rows[i].spoken);
    g_assert_true (document_has_page (&outcome.matter->document));
  }
}

#define PAGE "---\nloại: trang\ntiêu đề: T\n"
#define NEWS "---\nloại: bản tin\ntiêu đề: T\nngày: 5/3/2026\n"
#define LETTER                                                                                     \
  "---\nloại: công văn\ntrích yếu: T\nngày: 5/3/2026\nkính gửi: A\nngười ký: {chức vụ: B}\n"

/* “Thông báo” is told to the neighbourhood, unless it is a paper. */
static void
test_notices (void)
{
  static const struct {
    const char *text, *faults;
    DocumentKind kind;
    const char *expires;
  } rows[] = {
    { "---\nloại: thông báo\ntiêu đề: T\ndiễn ra: 29/11/2026\n---\n", "", KIND_NOTICE,
      "2026-11-30T00:00:00+07:00" },
    { "---\nkind: notice\ntitle: T\nevent: [1/12/2026, {from: 3/12/2026, until: 5/12/2026}]\n---\n",
      "", KIND_NOTICE, "2026-12-06T00:00:00+07:00" },
    { "---\nloại: thông báo\ntiêu đề: T\ndiễn ra: {ngày: 1/12/2026, giờ: 7 giờ}\nhết hạn: 1/12/2026 "
      "11:00\n---\n",
      "", KIND_NOTICE, "2026-12-01T11:00:00+07:00" },
    { "---\nloại: thông báo\ntiêu đề: T\n---\n", "", KIND_NOTICE, NULL },
    { "---\nloại: thông báo\nsố: 1/TB-UBND\nngày: 5/3/2026\ntrích yếu: T\nngười ký: {chức vụ: "
      "B}\n---\n",
      "", KIND_LETTER, NULL },
    { "---\nloại: thông báo\ntiêu đề: T\ndiễn ra: {giờ: 7 giờ}\n---\n",
      "a.md:4:10: error: an event needs its day\n", KIND_NOTICE, NULL },
    { "---\nloại: thông báo\ntiêu đề: T\ndiễn ra: {từ ngày: 2/12/2026, đến ngày: 1/12/2026}\n---\n",
      "a.md:4:10: error: this ends before it begins\n", KIND_NOTICE, NULL },
    { "---\nloại: thông báo\ntiêu đề: T\ndiễn ra: 3/12/2026\nhết hạn: 1/12/2026\n---\n",
      "a.md:5:10: warning: this document expires before what it tells of is over\n", KIND_NOTICE,
      "2026-12-02T00:00:00+07:00" },
    { "---\nloại: trang\ntiêu đề: T\ndiễn ra: 3/12/2026\n---\n",
      "a.md:4:1: error: a page cannot have the key “diễn ra”\n", KIND_PAGE, NULL },
    { "---\nloại: thông báo\ntiêu đề: T\nđợt: {từ ngày: 1/12/2026}\n---\n",
      "a.md:4:1: error: a notice cannot have the key “đợt”\n", KIND_NOTICE, NULL },
    { "---\nloại: trang\ntiêu đề: T\nkhẩn: có\n---\n",
      "a.md:4:7: error: what is urgent is so until “expires” (“hết hạn”), or it would stand on every "
      "page for ever\n",
      KIND_PAGE, NULL },
    { "---\nloại: trang\ntiêu đề: T\nkhẩn: có\nhết hạn: 3/12/2026\n---\n", "", KIND_PAGE,
      "2026-12-04T00:00:00+07:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Outcome) outcome = read_matter (rows[i].text);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (outcome.faults, ==, rows[i].faults);
    g_assert_cmpint (outcome.matter->document.kind, ==, rows[i].kind);
    Moment expires = outcome.matter->document.expires;
    g_autofree char *text = expires == MOMENT_NONE ? NULL : moment_iso (expires);
    if (rows[i].expires || *rows[i].faults == '\0')
      g_assert_cmpstr (text, ==, rows[i].expires);
  }
}

/* What stands in the menu. */
static void
test_menu (void)
{
  static const struct {
    const char *value, *menu;
  } rows[] = { { "có", "T" }, { "true", "T" }, { "không", NULL }, { "Về phường", "Về phường" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
      g_strdup_printf ("---\nloại: trang\ntiêu đề: T\nthực đơn: %s\n---\n", rows[i].value);
    g_auto (Outcome) outcome = read_matter (text);
    g_assert_cmpstr (outcome.faults, ==, "");
    g_assert_cmpstr (outcome.matter->document.menu, ==, rows[i].menu);
  }
}

static void
test_faults (void)
{
  static const struct {
    const char *text, *faults;
  } rows[] = {
    /* The fences. */
    { "", "a.md: error: the file is empty\n" },
    { "Xin chào\n", "a.md:1:1: error: the document does not start with its front matter\n" },
    { "\n---\n---\n", "a.md:1:1: error: the document does not start with its front matter\n" },
    { "----\n----\n", "a.md:1:1: error: the document does not start with its front matter\n" },
    { "---", "a.md:1:1: error: the front matter that starts here does not end\n" },
    { "---\nloại: trang\n", "a.md:1:1: error: the front matter that starts here does not end\n" },
    { "---\nloại: trang\n----\n",
      "a.md:1:1: error: the front matter that starts here does not end\n" },
    { "---\nloại: trang\n ---\n",
      "a.md:1:1: error: the front matter that starts here does not end\n" },
    { "---\n---\n", "a.md:2:1: error: a document needs the key “kind” (“loại”)\n" },
    { "---\n- a\n---\n", "a.md:2:1: error: keys with values are expected here\n" },
    { "---\na: [\n---\n", "a.md:3:1: error: a text, or a closing bracket, is missing here\n" },
    { PAGE "---\n", "" },
    { PAGE "--- \t\n\n", "" },
    { "--- \nloại: trang\ntiêu đề: T\n---", "" },
    { PAGE "tóm tắt: a --- b\n---\n", "" },
    { PAGE "tóm tắt: |\n  a\n  ---\n  b\n---\n", "" },
    /* Keys. */
    { PAGE "tieu đề: U\n---\n", "a.md:4:1: error: unknown key “tieu đề”\n" },
    { PAGE "title: U\n---\n", "a.md:4:1: error: “tiêu đề” and “title” are the same key\n" },
    { PAGE "tiêu đề: U\n---\n", "a.md:4:1: error: the key “tiêu đề” stands here a second time\n" },
    { PAGE "số: 5\nký hiệu: A\n---\n",
      "a.md:4:1: error: a page cannot have the key “số”\na.md:5:1: error: a page cannot have the "
      "key “ký hiệu”\n" },
    { PAGE "phát thanh: {giờ: 5h}\n---\n",
      "a.md:4:1: error: a page cannot have the key “phát thanh”\n" },
    { "---\nloại: trang\n---\n", "a.md:2:1: error: a page needs the key “title” (“tiêu đề”)\n" },
    { "---\nloại: trang\ntiêu đề:\n---\n",
      "a.md:3:1: error: a page needs the key “title” (“tiêu đề”)\n" },
    { "---\nloại: trang\ntiêu đề: \"\"\n---\n", "a.md:3:10: error: this text is empty\n" },
    { "---\nloại: trang\ntiêu đề: [T]\n---\n", "a.md:3:10: error: a text is expected here\n" },
    { "---\nloại: trang\ntiêu đề: {a: b}\n---\n", "a.md:3:10: error: a text is expected here\n" },
    { "---\nloại: bản tin\ntiêu đề: T\n---\n",
      "a.md:2:1: error: a bulletin needs the key “date” (“ngày”)\n" },
    { "---\nloại: hướng dẫn\ntiêu đề: T\n---\n", "" },
    /* The kind decides; when nobody knows it, what it might allow is not held against anyone. */
    { "---\nloại: bản tim\ntiêu đề: T\nsố: 5\nkính gửi: A\n---\n",
      "a.md:2:7: error: “bản tim” is not allowed here\n" },
    { "---\nloại: thư\n---\n", "a.md:2:7: error: “thư” is not allowed here\n" },
    /* Kinds of official documents are letters with that name. */
    { "---\nloại: Kế hoạch\n---\n",
      "a.md:2:1: error: a letter needs the key “date” (“ngày”)\n"
      "a.md:2:1: error: a letter needs the key “number” (“số”)\n"
      "a.md:2:1: error: a letter needs the key “signer” (“người ký”)\n"
      "a.md:2:1: error: a letter needs the key “subject” (“trích yếu”)\n" },
    { "---\nloại: kế hoạch\ntên loại: thông báo\nsố: chờ/TB-UBND\nngày: chờ\ntrích yếu: A\n"
      "người ký: {chức vụ: B}\n---\n",
      "a.md:3:11: error: this is “kế hoạch” by its kind, and “thông báo” by its type\n"
      "a.md:4:5: warning: “TB” stands for “thông báo”, but this is “kế hoạch”\n" },
    { "---\nloại: [trang]\ntiêu đề: T\n---\n", "a.md:2:7: error: a text is expected here\n" },
    { "---\nloại:\ntiêu đề: T\n---\n",
      "a.md:2:1: error: a document needs the key “kind” (“loại”)\n" },
    { "---\ntiêu đề: T\nkhóa lạ: x\n---\n", "a.md:2:1: error: a document needs the key “kind” "
                                            "(“loại”)\na.md:3:1: error: unknown key “khóa lạ”\n" },
    { "---\nloại: trang\nkind: page\ntiêu đề: T\n---\n",
      "a.md:3:1: error: “loại” and “kind” are the same key\n" },
    /* Dates. */
    { PAGE "ngày: 31/4/2026\n---\n", "a.md:4:7: error: there is no day “31/4/2026”\n" },
    { PAGE "ngày: 29/2/2026\n---\n", "a.md:4:7: error: there is no day “29/2/2026”\n" },
    { PAGE "ngày: hôm nay\n---\n", "a.md:4:7: error: “hôm nay” is not a date\n" },
    { PAGE "ngày: 5/3/2026 5h\n---\n", "a.md:4:7: error: “5/3/2026 5h” is not a date\n" },
    { PAGE "đăng từ: 5/3/2026 25h\n---\n", "a.md:4:10: error: there is no day “5/3/2026 25h”\n" },
    { PAGE "đăng từ: 6/3/2026\nhết hạn: 5/3/2026\n---\n",
      "a.md:5:10: error: this document expires before it is published\n" },
    { "---\nkind: bulletin\ntitle: T\ndate: 20/11/2026\nexpires: 20/11/2026\n---\n", "" },
    { "---\nkind: bulletin\ntitle: T\ndate: 20/11/2026\nexpires: 2026-11-20 00:00\n---\n",
      "a.md:5:10: warning: this document expires before the day it is dated\n" },
    { "---\nkind: bulletin\ntitle: T\ndate: 20/11/2026\nexpires: 19/11/2026\n---\n",
      "a.md:5:10: warning: this document expires before the day it is dated\n" },
    { "---\nkind: bulletin\ntitle: T\ndate: 20/11/2026\nexpires: 26/11/2026\nbroadcast: {until: "
      "26/11/2026}\n---\n",
      "" },
    { "---\nkind: bulletin\ntitle: T\ndate: 20/11/2026\nexpires: 25/11/2026\nbroadcast: {until: "
      "26/11/2026}\n---\n",
      "a.md:5:10: warning: this document expires while it is still broadcast\n" },
    { PAGE "đăng từ: 5/3/2026\nhết hạn: 5/3/2026 0h01\n---\n", "" },
    { PAGE "ngày: [5/3/2026]\n---\n", "a.md:4:7: error: a text is expected here\n" },
    /* Words. */
    { PAGE "nháp: maybe\n---\n", "a.md:4:7: error: “maybe” is neither yes nor no\n" },
    { PAGE "nháp: \"true\"\n---\n", "a.md:4:7: error: “true” is neither yes nor no\n" },
    { PAGE "nháp: []\n---\n", "a.md:4:7: error: a text is expected here\n" },
    { PAGE "ngôn ngữ: tiếng Anh\n---\n",
      "a.md:4:11: error: “tiếng Anh” is not the code of a language\n" },
    { PAGE "ngôn ngữ: en\" onload=\"x\n---\n",
      "a.md:4:11: error: “en\" onload=\"x” is not the code of a language\n" },
    { PAGE "ngôn ngữ: zh-Hant\n---\n", "" },
    { PAGE "đầu ra: [web, pdf]\n---\n", "a.md:4:15: error: “pdf” is not allowed here\n" },
    { PAGE "đầu ra: web\n---\n", "" },
    { PAGE "phát hành đến: []\n---\n", "a.md:4:16: error: this list is empty\n" },
    { PAGE "đầu ra: []\n---\n", "a.md:4:9: error: this list is empty\n" },
    /* Addresses. */
    { PAGE "tài liệu: true\n---\n", "a.md:4:11: error: “true” is not a web address\n" },
    { PAGE "tài liệu: có\n---\n", "a.md:4:11: error: “có” is not a web address\n" },
    { PAGE "tài liệu: vneid.gov.vn\n---\n",
      "a.md:4:11: error: “vneid.gov.vn” is not a web address\n" },
    { PAGE "tài liệu: ftp://a.gov.vn/\n---\n",
      "a.md:4:11: error: “ftp://a.gov.vn/” is not a web address\n" },
    { PAGE "tài liệu: https:///a\n---\n", "a.md:4:11: error: “https:///a” is not a web address\n" },
    { PAGE "tài liệu: https://a.gov.vn/tài liệu\n---\n",
      "a.md:4:11: error: “https://a.gov.vn/tài liệu” is not a web address\n" },
    { PAGE "đính kèm:\n- tiêu đề: A\n---\n",
      "a.md:5:3: error: an attachment needs either “file” (“tệp”) or “url” (“địa chỉ”)\n" },
    { PAGE "đính kèm:\n- tiêu đề: A\n  tệp: a\n  url: https://a.gov.vn\n---\n",
      "a.md:5:3: error: an attachment needs either “file” (“tệp”) or “url” (“địa chỉ”)\n" },
    { PAGE "đính kèm:\n- tệp: a\n---\n",
      "a.md:5:3: error: an attachment needs the key “title” (“tiêu đề”)\n" },
    { PAGE "đính kèm: a.pdf\n---\n", "a.md:4:11: error: a list is expected here\n" },
    { PAGE "đính kèm: [a.pdf]\n---\n", "a.md:4:12: error: keys with values are expected here\n" },
    /* Letters. */
    { LETTER "số: 4907/UBND-NC\n---\n", "" },
    { LETTER "số: 4907\nký hiệu: UBND-NC\n---\n", "" },
    { LETTER "ký hiệu: 4907/UBND-NC\n---\n", "" },
    { LETTER "số: 4907/UBND-NC\nký hiệu: UBND-NC\n---\n", "" },
    { LETTER "số: 59/2022/NĐ-CP\n---\n", "" },
    { LETTER "ký hiệu: UBND-NC\nnháp: có\n---\n", "" },
    { LETTER "nháp: có\n---\n", "" },
    { LETTER "số: 4907/UBND-NC\nký hiệu: UBND-VX\n---\n",
      "a.md:8:10: error: the number ends in “UBND-NC”, the symbol is “UBND-VX”\n" },
    { LETTER "số: 4907\nký hiệu: 4908/UBND\n---\n",
      "a.md:8:10: error: the symbol starts with “4908”, the number is “4907”\n" },
    { LETTER "số: 4907\n---\n", "a.md:7:5: error: a letter needs the key “symbol” (“ký hiệu”)\n" },
    { LETTER "ký hiệu: UBND\n---\n", "a.md:2:1: error: a letter needs the key “number” (“số”)\n" },
    { LETTER "---\n", "a.md:2:1: error: a letter needs the key “number” (“số”)\n" },
    { LETTER "số: 4907/ubnd\n---\n",
      "a.md:7:5: error: “4907/ubnd” cannot be the number of a document\n" },
    { LETTER "số: 4.907\nký hiệu: UBND\n---\n",
      "a.md:7:5: error: “4.907” cannot be the number of a document\n" },
    { LETTER "số: 4907\nký hiệu: UBND NC\n---\n",
      "a.md:8:10: error: “UBND NC” cannot be the symbol of a document\n" },
    { "---\nloại: công văn\n---\n",
      "a.md:2:1: error: a letter needs the key “date” (“ngày”)\n"
      "a.md:2:1: error: a letter needs the key “number” (“số”)\n"
      "a.md:2:1: error: a letter needs the key “signer” (“người ký”)\n"
      "a.md:2:1: error: a letter needs the key “subject” (“trích yếu”)\n"
      "a.md:2:1: error: a letter needs the key “to” (“kính gửi”)\n" },
    { "---\nloại: công văn\ntrích yếu: T\nngày: 5/3/2026\nkính gửi: []\nngười ký: {họ tên: A}\nsố: "
      "5/UBND\n---\n",
      "a.md:5:11: error: this list is empty\n"
      "a.md:6:11: error: a signer needs the key “title” (“chức vụ”)\n" },
    { "---\nloại: công văn\ntrích yếu: Về việc họp.\nngày: 5/3/2026\nkính gửi: A\n"
      "người ký: {chức vụ: B, họ tên: C}\nsố: 5/UBND\n---\n",
      "a.md:3:12: warning: the subject of a document does not end in a full stop\n"
      "a.md:3:12: warning: “V/v” stands before the subject by itself\n" },
    { "---\nloại: công văn\ntên loại: quyết định\ntrích yếu: Về việc khen thưởng\n"
      "ngày: 5/3/2026\nngười ký: {chức vụ: B, họ tên: C}\nsố: 5/QĐ-UBND\n---\n",
      "a.md:2:1: warning: the recipients of this kind begin with “Như Điều …”\n" },
    /* Broadcasts. */
    { NEWS "phát thanh:\n  giờ: [\"5:30\", \"\", \"25:00\", sáng, 5h5]\n---\n",
      "a.md:6:17: error: this text is empty\n"
      "a.md:6:21: error: “25:00” is not a time of day\n"
      "a.md:6:30: error: “sáng” is not a time of day\n"
      "a.md:6:36: error: “5h5” is not a time of day\n" },
    { NEWS "phát thanh:\n  từ ngày: 6/3/2026\n  đến ngày: 5/3/2026\n---\n",
      "a.md:6:3: error: the broadcast ends before it begins\n" },
    { NEWS "phát thanh: {thời lượng: 0}\n---\n",
      "a.md:5:26: error: “0” is not a length between 1 and 240 minutes\n" },
    { NEWS "phát thanh: {thời lượng: -5}\n---\n",
      "a.md:5:26: error: “-5” is not a length between 1 and 240 minutes\n" },
    { NEWS "phát thanh: {thời lượng: 5 giờ}\n---\n",
      "a.md:5:26: error: “5 giờ” is not a length between 1 and 240 minutes\n" },
    { NEWS "phát thanh: {giờ phát: 5h}\n---\n", "a.md:5:14: error: unknown key “giờ phát”\n" },
    { NEWS "phát thanh: 5h\n---\n", "a.md:5:13: error: keys with values are expected here\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].text);
    g_auto (Outcome) outcome = read_matter (rows[i].text);
    g_assert_cmpstr (outcome.faults, ==, rows[i].faults);
  }
}

static void
test_symbols (void)
{
  static const struct {
    const char *text, *number, *symbol;
  } rows[] = {
    { LETTER "số: 4907/UBND-NC\n---\n", "4907", "UBND-NC" },
    { LETTER "ký hiệu: 4907/UBND-NC\n---\n", "4907", "UBND-NC" },
    { LETTER "số: 4907\nký hiệu: 4907/UBND-NC\n---\n", "4907", "UBND-NC" },
    { LETTER "số: 59/2022/NĐ-CP\n---\n", "59", "2022/NĐ-CP" },
    { LETTER "số: 05\nký hiệu: UBND\n---\n", "05", "UBND" },
    { LETTER "nháp: có\nký hiệu: UBND\n---\n", NULL, "UBND" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Outcome) outcome = read_matter (rows[i].text);
    g_assert_cmpstr (outcome.matter->document.number, ==, rows[i].number);
    g_assert_cmpstr (outcome.matter->document.symbol, ==, rows[i].symbol);
    g_assert_cmpstr (outcome.matter->document.title, ==, "Về việc T");
  }
}

/* Unknown keys are answered with the nearest right one, in the language they were written in. */
static void
test_suggestions (void)
{
  static const struct {
    const char *key, *suggestion;
  } rows[] = {
    { "tieu de", "tiêu đề" },   { "tittle", "title" },           { "co quan", "cơ quan" },
    { "kinh gui", "kính gửi" }, { "noi nhan", "nơi nhận" },      { "nguoi ky", "người ký" },
    { "signr", "signer" },      { "attachment", "attachments" }, { "het han", "hết hạn" },
    { "expire", "expires" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autofree char *text = g_strdup_printf ("---\nloại: trang\n%s: x\n---\n", rows[i].key);
    g_autofree char *advice = g_strdup_printf ("did you mean “%s”?", rows[i].suggestion);
    g_autoptr (Source) source = source_new ("a.md", text, -1);
    FrontMatter *matter = front_matter_read (NULL, source, report);
    g_autofree char *printed = report_text (report);
    g_test_message ("%s", printed);
    g_assert_nonnull (strstr (printed, advice));
    arena_free (matter->document.arena);
  }
}

/* Where the body starts, for whoever reads it later. */
static void
test_body (void)
{
  static const struct {
    const char *text, *body;
    guint line;
  } rows[] = {
    { PAGE "---\nMột\n", "Một\n", 5 },
    { PAGE "---  \nMột\n---\nHai\n", "Một\n---\nHai\n", 5 },
    { PAGE "---\n", "", 5 },
    { PAGE "---", "", 4 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Outcome) outcome = read_matter (rows[i].text);
    const Document *document = &outcome.matter->document;
    g_assert_cmpstr (rows[i].text + document->body_offset, ==, rows[i].body);
    g_assert_cmpuint (document->body_line, ==, rows[i].line);
  }
}

static void
test_digests (void)
{
  g_auto (Outcome) one = read_matter (PAGE "---\nMột\n");
  g_auto (Outcome) other = read_matter (PAGE "---\nHai\n");
  g_auto (Outcome) third = read_matter (PAGE "nháp: có\n---\nMột\n");

  g_assert_false (digest_equal (&one.matter->document.digest, &other.matter->document.digest));
  g_assert_true (
    digest_equal (&one.matter->document.matter_digest, &other.matter->document.matter_digest));
  g_assert_false (
    digest_equal (&one.matter->document.matter_digest, &third.matter->document.matter_digest));
}

#define HEAD                                                                                                       \
  "---\nloại: công văn\nngày: 5/3/2026\nsố: 12/TB-UBND\ntrích yếu: lịch tiếp dân\nngười ký: { " \
  "chức vụ: CHỦ TỊCH }\n"

/* A letter with the name of its type needs no addressee; sizes and types are for letters. */
static void
test_types (void)
{
  g_auto (Outcome) typed = read_matter (HEAD "tên loại: thông báo\ncỡ chữ: 13\n---\n");
  g_assert_cmpstr (typed.faults, ==, "");
  g_assert_cmpstr (typed.matter->document.type, ==, "thông báo");
  g_assert_cmpstr (typed.matter->document.title, ==, "Thông báo lịch tiếp dân");
  g_assert_cmpuint (typed.matter->document.size, ==, 13);
  g_auto (Outcome) plain = read_matter (HEAD "cỡ chữ: 12\n---\n");
  g_assert_nonnull (strstr (plain.faults, "“12” is not a size"));
  g_assert_nonnull (strstr (plain.faults, "“to” (“kính gửi”)"));
  g_auto (Outcome) page =
    read_matter ("---\nkind: page\ntitle: T\ntype: x\nsize: 13\ndeadline: 5/3/2026\n---\n");
  g_assert_nonnull (strstr (page.faults, "“type”"));
  g_assert_nonnull (strstr (page.faults, "“size”"));
  g_assert_nonnull (strstr (page.faults, "“deadline”"));
}

static guint64
outputs_of (const char *kind, const char *more)
{
  g_autofree char *text =
    g_strdup_printf ("---\nkind: %s\ntitle: T\ndate: 5/3/2026\n%s---\n", kind, more);
  g_auto (Outcome) outcome = read_matter (text);
  g_assert_cmpstr (outcome.faults, ==, "");
  return outcome.matter->document.products;
}

static void
test_outputs (void)
{
  g_assert_cmphex (outputs_of ("page", ""), ==, products_usual (KIND_PAGE, FALSE, "vi"));
  g_assert_cmphex (outputs_of ("bulletin", ""), ==, products_usual (KIND_BULLETIN, FALSE, "vi"));
  g_assert_cmphex (outputs_of ("bulletin", "distribute: a\n"), ==,
                   products_usual (KIND_BULLETIN, TRUE, "vi"));
  g_assert_cmphex (outputs_of ("checklist", "hạn: 6/3/2026\n"), ==,
                   products_usual (KIND_CHECKLIST, FALSE, "vi"));
  g_assert_cmphex (outputs_of ("bulletin", "đầu ra: [tờ rơi gấp ba, poster_a3]\ndistribute: a\n"),
                   ==, PRODUCTS ("leaflet_trifold", "poster_a3"));
  /* One word, several files. */
  g_assert_cmphex (outputs_of ("page", "outputs: script_sheet\n"), ==,
                   product_bit (product_of_file ("loa.pdf"))
                     | product_bit (product_of_file ("loa-chu-to.pdf")));
  for (const Product *product = product_next (NULL); product; product = product_next (product)) {
    if (product->word.english == NULL || product->only_for)
      continue;
    g_autofree char *english = g_strdup_printf ("outputs: %s\n", product->word.english);
    g_autofree char *vietnamese = g_strdup_printf ("đầu ra: [%s]\n", product->word.vietnamese);
    g_assert_cmphex (outputs_of ("page", english), ==, PRODUCTS (product->word.english));
    g_assert_cmphex (outputs_of ("page", vietnamese), ==, PRODUCTS (product->word.english));
  }
  g_auto (Outcome) wrong =
    read_matter ("---\nkind: page\ntitle: T\noutputs: [letter, checklist]\n---\n");
  g_assert_nonnull (strstr (wrong.faults, "only a letter"));
  g_assert_nonnull (strstr (wrong.faults, "only a checklist"));
}

static void
test_print_options (void)
{
  g_auto (Outcome) good =
    read_matter ("---\nkind: guide\ntitle: T\nin ấn: [tràn lề, bốn màu]\n---\n");
  g_assert_cmpstr (good.faults, ==, "");
  g_assert_cmpuint (good.matter->document.print_options, ==, 1u << PRINT_BLEED | 1u << PRINT_CMYK);
  g_auto (Outcome) both = read_matter ("---\nkind: page\ntitle: T\nprint: [grey, cmyk]\n---\n");
  g_assert_nonnull (strstr (both.faults, "either in grey or in four colours"));
  /* What no sheet of the document takes does nothing. */
  g_auto (Outcome) idle = read_matter (
    "---\nkind: guide\ntitle: T\noutputs: [web, leaflet_a4]\nprint: [bleed, grey]\n---\n");
  g_assert_cmpstr (idle.faults, ==,
                   "a.md:5:8: warning: no sheet of this document takes “bleed” (“tràn lề”)\n");
}

static void
test_details (void)
{
  g_auto (Outcome) good = read_matter (
    "---\nkind: guide\ntitle: T\nbạn cần có: [A, B]\nmất bao lâu: 5 phút\nlệ phí: 50000\n"
    "ở đâu: C\nai làm được: D\ngiờ làm việc: E\nđiểm hỗ trợ: F\nliên hệ: G\n"
    "loạt bài: {tên: H, thứ: 2}\nđợt: {từ ngày: 1/12/2026, đến ngày: 7/12/2026, giờ: I}\n"
    "khẩu hiệu: K\ntiêu đề áp phích: L\ntừ khóa: M\nảnh bìa: {tệp: n.png, mô tả: N}\n---\n");
  const Document *document = &good.matter->document;

  g_assert_cmpstr (good.faults, ==, "");
  g_assert_cmpstr (document->details.needs[1], ==, "B");
  g_assert_cmpstr (document->details.duration, ==, "5 phút");
  g_assert_cmpstr (document->details.fee, ==, "50.000 đồng");
  g_assert_cmpstr (document->details.where, ==, "C");
  g_assert_cmpstr (document->details.who, ==, "D");
  g_assert_cmpstr (document->details.hours, ==, "E");
  g_assert_cmpstr (document->details.help_points[0], ==, "F");
  g_assert_cmpstr (document->details.contacts[0], ==, "G");
  g_assert_cmpstr (document->series.name, ==, "H");
  g_assert_cmpstr (document->series.number, ==, "2");
  g_assert_cmpuint (document->n_phases, ==, 1);
  g_assert_cmpint (document->phases[0].until.day, ==, 7);
  g_assert_cmpstr (document->phases[0].hours, ==, "I");
  g_assert_cmpstr (document->slogan, ==, "K");
  g_assert_cmpstr (document->poster_title, ==, "L");
  g_assert_cmpstr (document->keywords[0], ==, "M");
  g_assert_cmpstr (document->cover.description, ==, "N");

  g_auto (Outcome) few = read_matter ("---\nkind: page\ntitle: T\nlệ phí: Miễn phí\n"
                                      "loạt bài: H\nđầu ra: không\n---\n");
  g_assert_cmpstr (few.faults, ==, "");
  g_assert_cmpstr (few.matter->document.details.fee, ==, "Miễn phí");
  g_assert_cmpstr (few.matter->document.series.name, ==, "H");
  g_assert_null (few.matter->document.series.number);
  g_assert_cmphex (few.matter->document.products, ==, 0);

  g_auto (Outcome) bad = read_matter (
    "---\nkind: page\ntitle: T\nđợt: [{từ ngày: 7/12/2026, đến ngày: 1/12/2026}, {giờ: x}]\n"
    "ảnh bìa: {tệp: a.png}\n---\n");
  g_assert_cmpstr (bad.faults, ==,
                   "a.md:4:7: error: this ends before it begins\n"
                   "a.md:4:50: error: a round needs the key “from” (“từ ngày”)\n"
                   "a.md:5:10: error: a cover picture needs the key “description” (“mô tả”)\n");
}

static gboolean
has_key (DocumentKind kind, const char *english)
{
  FrontMatterKey key;

  for (guint i = 0; front_matter_key (kind, i, &key); i++)
    if (strcmp (key.english, english) == 0)
      return TRUE;
  return FALSE;
}

/* What stands within a key needs no more than makes sense of it. */
static void
test_least (void)
{
  static const char *const rows[] = {
    "loạt bài: {tên: H}\n",
    "phát thanh: {từ ngày: 5/3/2026}\n",
    "phát thanh: {giờ: \"05:30\"}\n",
    "đính kèm: [{tiêu đề: A, địa chỉ: \"https://a.gov.vn/\"}]\n",
    "đợt: [{từ ngày: 6/3/2026, đến ngày: 7/3/2026}]\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
      g_strconcat ("---\nloại: bản tin\ntiêu đề: T\nngày: 1/3/2026\n", rows[i], "---\n", NULL);
    g_auto (Outcome) got = read_matter (text);
    g_assert_cmpstr (got.faults, ==, "");
  }
}

/* The keys that a document of a kind may have; those that are only there to be refused are none. */
static void
test_keys (void)
{
  FrontMatterKey key;

  g_assert_true (front_matter_key (KIND_PAGE, 0, &key));
  g_assert_cmpstr (key.english, ==, "kind");
  g_assert_cmpstr (key.vietnamese, ==, "loại");
  g_assert_true (has_key (KIND_PAGE, "title"));
  g_assert_false (has_key (KIND_PAGE, "symbol"));
  g_assert_true (has_key (KIND_LETTER, "symbol"));
  g_assert_false (has_key (KIND_LETTER, "secrecy"));
  g_assert_false (front_matter_key (KIND_PAGE, 1000, &key));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/front-matter/notices", test_notices);
  g_test_add_func ("/front-matter/menu", test_menu);
  g_test_add_func ("/front-matter/every-key", test_every_key);
  g_test_add_func ("/front-matter/kinds", test_kinds);
  g_test_add_func ("/front-matter/faults", test_faults);
  g_test_add_func ("/front-matter/symbols", test_symbols);
  g_test_add_func ("/front-matter/suggestions", test_suggestions);
  g_test_add_func ("/front-matter/body", test_body);
  g_test_add_func ("/front-matter/digests", test_digests);
  g_test_add_func ("/front-matter/types", test_types);
  g_test_add_func ("/front-matter/outputs", test_outputs);
  g_test_add_func ("/front-matter/print-options", test_print_options);
  g_test_add_func ("/front-matter/details", test_details);
  g_test_add_func ("/front-matter/least", test_least);
  g_test_add_func ("/front-matter/keys", test_keys);
  return g_test_run ();
}
