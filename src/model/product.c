/* SPDX-License-Identifier: MIT */
#include "model/product.h"

#include "base/i18n.h"

#include <string.h>

#define BIT(value) (1u << (value))
#define ALL        (BIT (N_KINDS) - 1)
#define SPOKEN     (BIT (KIND_BULLETIN) | BIT (KIND_GUIDE) | BIT (KIND_NOTICE))
#define INKS       (BIT (PRINT_GREY) | BIT (PRINT_CMYK))
#define LOOKS      (INKS | BIT (PRINT_SPARING))

/* What it is made for, its form, the data of its template. */
#define MADE(of, as, with)                                                                         \
  .scope = PRODUCT_OF_##of, .form = PRODUCT_##as, .data = PRODUCT_DATA_##with
/* What scripts have in common. */
#define SPOKEN_ALOUD                                                                               \
  .usual_for = SPOKEN | BIT (KIND_PROGRAMME), .needs_body = TRUE, .in_kit = TRUE,                  \
  .is_vietnamese = TRUE

/* Rows of the site stand in the order of the sitemap, those of documents in that of downloads. */
static const Product products[] = {
  /* --- of the site --- */
  { MADE (SITE, BYTES, STYLE) },
  { MADE (SITE, PAGE, HOME), .file = "index.html", .text = "home", .template = "web/home",
    .needs_body = TRUE, .in_sitemap = TRUE },
  { MADE (SITE, PAGE, PLAIN), .file = "404.html", .template = "web/404", .is_anywhere = TRUE,
    .is_hidden = TRUE },
  { MADE (SITE, TEXT, PLAIN), .file = "robots.txt", .template = "text/robots" },
  { MADE (SITE, DRAWING, PLAIN), .file = "assets/bieu-tuong.svg", .template = "web/icon" },
  { MADE (SITE, TEXT, MANIFEST), .file = "manifest.webmanifest", .template = "web/manifest" },
  { MADE (SITE, TEXT, PLAIN), .file = "sw.js", .template = "web/sw.js" },
  { MADE (SITE, TEXT, PLAIN), .file = "assets/giu-lai.js", .template = "web/keep.js" },
  { MADE (SITE, TEXT, PLAIN), .file = "assets/404.js", .template = "web/404.js" },
  { MADE (SITE, TEXT, PLAIN), .file = "assets/doc-loa.js", .template = "web/autocue.js" },
  { MADE (SITE, XML, FEED), .file = "feed.xml", .template = "web/feed", .needs_base_url = TRUE },
  { MADE (SITE, XML, SITEMAP), .file = "sitemap.xml", .template = "web/sitemap",
    .needs_base_url = TRUE },
  { MADE (LANGUAGE, PAGE, LANGUAGE), .file = "index.html", .template = "web/language",
    .in_sitemap = TRUE },
  { MADE (LANGUAGE, PAGE, SEARCH), .file = "tim-kiem.html", .text = "search",
    .template = "web/search", .in_sitemap = TRUE },
  { MADE (SECTION, PAGE, SECTION), .template = "web/section", .in_sitemap = TRUE },
  { MADE (SITE, PAGE, OFFICES), .file = "co-quan/index.html", .text = "offices",
    .template = "web/offices", .in_sitemap = TRUE },
  { MADE (PROVINCE_PAGE, PAGE, PROVINCE), .template = "web/province", .in_sitemap = TRUE },
  { MADE (OFFICE, PAGE, OFFICE), .template = "web/office", .in_sitemap = TRUE },
  { MADE (SITE, PAGE, BROADCASTS), .file = "phat-thanh/index.html", .text = "broadcasts",
    .template = "web/broadcasts", .in_sitemap = TRUE },
  { MADE (STATION, PAGE, STATION), .template = "web/station", .in_sitemap = TRUE },
  { MADE (STATION, BYTES, CALENDAR) },
  { MADE (SITE, PAGE, SEARCH), .file = "tim-kiem.html", .text = "search", .template = "web/search",
    .in_sitemap = TRUE },
  { MADE (SITE, TEXT, PLAIN), .file = "assets/tim-kiem.js", .template = "web/search.js" },
  { MADE (LETTER, PAGE, LETTER), .template = "web/letters", .in_sitemap = TRUE },
  { MADE (INDEX, BYTES, INDEX) },
  { MADE (SITE, PAGE, ARCHIVE), .file = "luu-tru/index.html", .text = "archive",
    .template = "web/archive", .in_sitemap = TRUE },
  { MADE (ARCHIVE_MONTH, PAGE, MONTH), .template = "web/month", .in_sitemap = TRUE },
  { MADE (SITE, PAGE, SITE_MAP), .file = "so-do.html", .text = "site_map",
    .template = "web/site-map", .in_sitemap = TRUE },
  { MADE (SITE, PAGE, CONTACT), .file = "lien-he.html", .text = "contact",
    .template = "web/contact", .in_sitemap = TRUE },
  { MADE (SECTION_FEED, XML, FEED), .file = "feed.xml", .template = "web/feed",
    .needs_base_url = TRUE },
  { MADE (OFFICE_FEED, XML, FEED), .file = "feed.xml", .template = "web/feed",
    .needs_base_url = TRUE },
  { MADE (SHORT_LINK, PAGE, SHORT_LINK), .template = "web/short-link", .is_hidden = TRUE },
  { MADE (OLD_ADDRESS, PAGE, MOVED), .template = "web/moved", .is_hidden = TRUE },
  { MADE (FILE, BYTES, FILE) },

  /* --- of documents --- */
  { MADE (DOCUMENT, PAGE, DOCUMENT), .word = { "web", "web" }, .usual_for = ALL, .needs_body = TRUE,
    .in_sitemap = TRUE },
  { MADE (DOCUMENT, SHEET, SHEET), .word = { "letter", "công văn" }, .file = "cong-van.pdf",
    .title = "để in", .text = "file_letter", .template = "print/letter",
    .style = "print/letter.css", .paper = "A4", .usual_for = BIT (KIND_LETTER),
    .only_for = BIT (KIND_LETTER), .only_fault = N_ ("only a letter can be printed as a letter"),
    .is_lead = TRUE, .is_titled_by_kind = TRUE, .needs_body = TRUE },
  { MADE (DOCUMENT, BYTES, LETTER_DOCX), .word = { "letter_docx", "công văn word" },
    .file = "cong-van.docx", .title = "để sửa trong Word", .text = "file_letter_docx",
    .only_for = BIT (KIND_LETTER), .only_fault = N_ ("only a letter can be printed as a letter"),
    .is_titled_by_kind = TRUE, .needs_body = TRUE },
  { MADE (DOCUMENT, SHEET, SHEET), .word = { "leaflet", "tờ rơi" }, .file = "to-roi.pdf",
    .title = "Tờ rơi A5, in hai mặt", .text = "file_leaflet", .template = "print/leaflet",
    .style = "print/leaflet.css", .paper = "A5", .most_pages = 2, .fit = FIT_LEAFLET,
    .print_options = LOOKS | BIT (PRINT_BLEED) | BIT (PRINT_BOOKLET), .usual_for = BIT (KIND_GUIDE),
    .usual_when_sent = SPOKEN, .in_kit = TRUE, .in_bundle = TRUE, .needs_body = TRUE },
  { MADE (DOCUMENT, SHEET, SHEET), .word = { "leaflet_a4", "tờ rơi a4" }, .file = "to-roi-a4.pdf",
    .title = "Tờ rơi A5, hai tờ trên một tờ A4", .text = "file_leaflet_a4",
    .template = "print/leaflet", .style = "print/leaflet.css", .paper = "A5", .most_pages = 2,
    .print_options = LOOKS, .imposition = IMPOSITION_TWO_UP, .fit = FIT_LEAFLET,
    .usual_for = BIT (KIND_GUIDE), .in_kit = TRUE, .needs_body = TRUE },
  { MADE (DOCUMENT, SHEET, SHEET), .word = { "leaflet_trifold", "tờ rơi gấp ba" },
    .file = "to-roi-gap-ba.pdf", .title = "Tờ rơi A4 gấp ba", .text = "file_leaflet_trifold",
    .template = "print/trifold", .style = "print/trifold.css", .paper = "A4 landscape",
    .most_pages = 2, .fit = FIT_TRIFOLD, .print_options = LOOKS | BIT (PRINT_BLEED), .in_kit = TRUE,
    .in_bundle = TRUE, .needs_body = TRUE },
  { MADE (DOCUMENT, SHEET, SHEET), .word = { "poster", "áp phích" }, .file = "ap-phich.pdf",
    .title = "Áp phích A4", .text = "file_poster", .template = "print/poster",
    .style = "print/poster.css", .paper = "A4", .fit = FIT_POSTER_A4, .most_pages = 1,
    .most_title_words = 20, .print_options = LOOKS | BIT (PRINT_BLEED),
    .usual_for = BIT (KIND_GUIDE), .usual_when_sent = SPOKEN, .in_kit = TRUE, .in_bundle = TRUE,
    .needs_body = TRUE },
  { MADE (DOCUMENT, SHEET, SHEET), .word = { "poster_a3", "áp phích a3" },
    .file = "ap-phich-a3.pdf", .title = "Áp phích A3", .text = "file_poster_a3",
    .template = "print/poster-a3", .style = "print/poster.css", .paper = "A3", .fit = FIT_POSTER_A3,
    .most_pages = 1, .most_title_words = 20, .print_options = LOOKS | BIT (PRINT_BLEED),
    .in_kit = TRUE, .in_bundle = TRUE, .needs_body = TRUE },
  /* For who has no large printer. */
  { MADE (DOCUMENT, SHEET, SHEET), .word = { "poster_a3_tiles", "áp phích a3 ghép" },
    .file = "ap-phich-a3-ghep.pdf", .title = "Áp phích A3, ghép từ các tờ A4",
    .text = "file_poster_a3_tiles", .template = "print/poster-a3", .style = "print/poster.css",
    .paper = "A3", .fit = FIT_POSTER_A3, .most_title_words = 20, .print_options = LOOKS,
    .imposition = IMPOSITION_TILES, .in_kit = TRUE, .needs_body = TRUE },
  { MADE (DOCUMENT, SHEET, SHEET), .word = { "poster_a2_tiles", "áp phích a2 ghép" },
    .file = "ap-phich-a2-ghep.pdf", .title = "Áp phích A2, ghép từ các tờ A4",
    .text = "file_poster_a2_tiles", .template = "print/poster-a3", .style = "print/poster.css",
    .paper = "A3", .fit = FIT_POSTER_A3, .most_title_words = 20, .print_options = LOOKS,
    .imposition = IMPOSITION_TILES_LARGER, .in_kit = TRUE, .needs_body = TRUE },
  /* What a commune prints itself and pins up: no colour up to the edge, for any printer. */
  { MADE (DOCUMENT, SHEET, SHEET), .word = { "notice", "tờ dán" }, .file = "to-dan.pdf",
    .title = "Tờ dán bảng tin A4", .text = "file_notice", .template = "print/notice",
    .style = "print/notice.css", .paper = "A4", .fit = FIT_NOTICE, .most_pages = 1,
    .print_options = INKS, .in_kit = TRUE, .needs_body = TRUE },
  { MADE (DOCUMENT, SHEET, SHEET), .word = { "checklist", "biểu theo dõi" },
    .file = "bieu-theo-doi.pdf", .title = "Biểu theo dõi để in", .text = "file_checklist",
    .template = "print/checklist", .style = "print/checklist.css", .paper = "A4",
    .usual_for = BIT (KIND_CHECKLIST), .only_for = BIT (KIND_CHECKLIST),
    .only_fault = N_ ("only a checklist can be printed as a checklist"), .in_kit = TRUE,
    .needs_body = TRUE },
  { MADE (DOCUMENT, SHEET, SCRIPT_SHEET), SPOKEN_ALOUD, .word = { "script_sheet", "kịch bản in" },
    .file = "loa.pdf", .title = "Kịch bản loa để in", .text = "file_script_sheet",
    .template = "print/script", .style = "print/script.css", .paper = "A4",
    .needs_vietnamese = TRUE },
  { MADE (DOCUMENT, SHEET, SCRIPT_SHEET), SPOKEN_ALOUD, .word = { "script_sheet", "kịch bản in" },
    .file = "loa-chu-to.pdf", .title = "Kịch bản loa, chữ to", .text = "file_script_large",
    .template = "print/script-large", .style = "print/script.css", .paper = "A4" },
  { MADE (DOCUMENT, BYTES, SCRIPT_DOCX), .word = { "script_docx", "kịch bản word" },
    .file = "loa.docx", .title = "Kịch bản loa để sửa trong Word", .text = "file_script_docx",
    .needs_body = TRUE, .in_kit = TRUE },
  { MADE (DOCUMENT, PAGE, SCRIPT), SPOKEN_ALOUD, .word = { "script", "kịch bản loa" },
    .file = "loa.html", .title = "Kịch bản loa", .text = "file_script", .template = "web/script",
    .is_hidden = TRUE },
  { MADE (DOCUMENT, TEXT, SCRIPT), SPOKEN_ALOUD, .word = { "script", "kịch bản loa" },
    .file = "loa.txt", .title = "Kịch bản loa, chỉ có chữ", .text = "file_script_text",
    .template = "text/script" },
  { MADE (DOCUMENT, BYTES, SSML), SPOKEN_ALOUD, .word = { "ssml", "ssml" }, .file = "loa.ssml",
    .title = "Kịch bản loa cho giọng máy", .text = "file_ssml", .needs_vietnamese = TRUE },
  { MADE (DOCUMENT, BYTES, SSML_PARTS), SPOKEN_ALOUD, .word = { "ssml", "ssml" },
    .file = "loa-ssml.txt", .title = "Kịch bản loa cho giọng máy, từng phần",
    .text = "file_ssml_parts", .needs_vietnamese = TRUE },
  { MADE (DOCUMENT, BYTES, MACHINE_TEXT), SPOKEN_ALOUD, .word = { "ssml", "ssml" },
    .file = "loa-may.txt", .title = "Lời cho giọng máy, chỉ có chữ", .text = "file_machine",
    .needs_vietnamese = TRUE },
  { MADE (DOCUMENT, BYTES, QR), .word = { "qr", "mã qr" }, .file = "qr.svg", .title = "Mã QR để in",
    .text = "file_qr", .usual_for = ALL, .needs_manual = TRUE },
  { MADE (DOCUMENT, BYTES, FRAGMENT), .word = { "fragment", "trích" }, .file = "trich.html",
    .title = "Nội dung để dán vào cổng thông tin", .text = "file_fragment", .needs_body = TRUE },
  { MADE (DOCUMENT, PICTURE, CARD), .word = { "cards", "thẻ chia sẻ" }, .file = "the.png",
    .title = "Ảnh ngang, hiện cùng đường dẫn", .text = "file_card", .template = "web/card",
    .width = 1200, .height = 630, .needs_no_photo = TRUE },
  { MADE (DOCUMENT, PICTURE, CARD), .word = { "cards", "thẻ chia sẻ" }, .file = "the.jpg",
    .title = "Ảnh ngang, hiện cùng đường dẫn", .text = "file_card", .template = "web/card",
    .width = 1200, .height = 630, .needs_photo = TRUE },
  { MADE (DOCUMENT, PICTURE, CARD), .word = { "cards", "thẻ chia sẻ" }, .file = "the-vuong.png",
    .title = "Ảnh vuông để gửi qua Zalo, Facebook", .text = "file_card_square",
    .template = "web/card-square", .width = 1080, .height = 1080, .needs_no_photo = TRUE },
  { MADE (DOCUMENT, PICTURE, CARD), .word = { "cards", "thẻ chia sẻ" }, .file = "the-vuong.jpg",
    .title = "Ảnh vuông để gửi qua Zalo, Facebook", .text = "file_card_square",
    .template = "web/card-square", .width = 1080, .height = 1080, .needs_photo = TRUE },
  { MADE (DOCUMENT, TEXT, POST), .word = { "posts", "bài đăng" }, .file = "zalo.txt",
    .title = "Bài đăng Zalo", .text = "file_zalo", .template = "text/post", .needs_body = TRUE,
    .most_letters = 2000 },
  { MADE (DOCUMENT, TEXT, POST), .word = { "posts", "bài đăng" }, .file = "facebook.txt",
    .title = "Bài đăng Facebook", .text = "file_facebook", .template = "text/post",
    .needs_body = TRUE, .most_letters = 63206 },

  /* --- of stations --- */
  { MADE (MONTH, SHEET, LOG), .file = "so-phat-thanh", .template = "print/broadcast-log",
    .style = "print/broadcast-log.css", .paper = "A4 landscape" },

  /* --- of those a document is sent to --- */
  { MADE (KIT, PAGE, KIT), .file = "index.html", .template = "web/kit", .needs_body = TRUE,
    .is_hidden = TRUE },
  /* Its sheets are folded one by one, never together, and each has the pages it has. */
  { MADE (ORDER, BYTES, QUANTITIES), .file = "so-luong.csv" },
  { MADE (PROVINCE, SHEET, BUNDLE), .print_options = LOOKS | BIT (PRINT_BLEED),
    .needs_body = TRUE },
};

const Product *
product_next (const Product *product)
{
  if (product == NULL)
    return products;
  return ++product < products + G_N_ELEMENTS (products) ? product : NULL;
}

const Product *
product_of (ProductScope scope)
{
  const Product *product = products;

  while (product->scope != scope)
    product++;
  return product;
}

/* Counted from the end, where the rows of documents stand: there is room for 64 of those, however
 * many pages a site has (tests/unit/model/product.c). */
guint64
product_bit (const Product *product)
{
  gsize behind = products + G_N_ELEMENTS (products) - 1 - product;
  return behind < 64 ? G_GUINT64_CONSTANT (1) << behind : 0;
}

guint64
products_usual (DocumentKind kind, gboolean is_sent, const char *lang)
{
  guint64 usual = 0;

  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if ((product->usual_for | (is_sent ? product->usual_when_sent : 0)) & BIT (kind)
        && (lang_is_vietnamese (lang) || !product->is_vietnamese))
      usual |= product_bit (product);
  return usual;
}

guint64
product_sheets_named (const char *word)
{
  guint64 sheets = 0;

  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if (product->form == PRODUCT_SHEET && product->word.english
        && (strcmp (product->word.english, word) == 0
            || strcmp (product->word.vietnamese, word) == 0))
      sheets |= product_bit (product);
  return sheets;
}

gboolean
document_makes (const Document *document, const Product *product)
{
  return (document->products & product_bit (product)) != 0;
}

const Product *
document_next_product (const Document *document, const Product *product)
{
  const Product *last = products + G_N_ELEMENTS (products) - 1;
  guint64 left = document->products;

  if (product)
    left &= product_bit (product) - 1;
  return left ? last - (63 - __builtin_clzll (left)) : NULL;
}

gboolean
document_has_photo (const Document *document)
{
  const char *file = document->cover.file;
  return file && !g_str_has_suffix (file, ".svg");
}

/* The page is what a document becomes that has no file in its folder. */
gboolean
document_has_page (const Document *document)
{
  for (const Product *product = document_next_product (document, NULL); product;
       product = document_next_product (document, product))
    if (product->word.english && product->file == NULL)
      return TRUE;
  return FALSE;
}

gboolean
document_is_listed (const Document *document, Moment now)
{
  return document_has_page (document) && !document_is_expired (document, now)
         && document->replaced_by == NULL && !document->is_whole_series;
}

static const Spelling print_option_words[] = {
  [PRINT_BLEED] = { "bleed", "tràn lề" },
  [PRINT_BOOKLET] = { "booklet", "sách gấp" },
  [PRINT_GREY] = { "grey", "đen trắng" },
  [PRINT_CMYK] = { "cmyk", "bốn màu" },
  [PRINT_SPARING] = { "ink_saving", "tiết kiệm mực" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (print_option_words) == N_PRINT_OPTIONS);

const Spelling *
print_option_word (PrintOption option)
{
  return &print_option_words[option];
}
