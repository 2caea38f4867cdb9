/* SPDX-License-Identifier: MIT */
#include "model/product.h"

#include "../product_support.h"
#include "../support.h"
#include "load/builtin.h"

#define each_product(product)                                                                      \
  const Product *product = product_next (NULL);                                                    \
  product;                                                                                         \
  product = product_next (product)

/* What a row of each form must say, and what would mean nothing in it. */
static void
test_rows (void)
{
  for (each_product (product)) {
    gboolean is_sheet = product->form == PRODUCT_SHEET;
    gboolean is_bundle = product->scope == PRODUCT_OF_PROVINCE;
    gboolean is_asked = product->word.english != NULL;
    g_test_message ("%s", product->file ? product->file : "no file of its own");

    g_assert_cmpint (product->form, <, N_PRODUCT_FORMS);
    g_assert_cmpint (product->data, <, N_PRODUCT_DATA);
    g_assert_true (is_asked == (product->scope == PRODUCT_OF_DOCUMENT));
    g_assert_true (is_asked == (product->word.vietnamese != NULL));
    g_assert_true ((product->style != NULL) == (is_sheet && !is_bundle));
    g_assert_true ((product->paper != NULL) == (product->style != NULL));
    g_assert_true (product->template == NULL || product->form != PRODUCT_BYTES);
    g_assert_true (is_sheet || (!product->print_options && !product->most_pages));
    g_assert_true (!product->in_bundle || (is_sheet && product->in_kit));
    g_assert_true ((product->only_for != 0) == (product->only_fault != NULL));
    g_assert_true (product->title || product->scope != PRODUCT_OF_DOCUMENT || !product->file);
    g_assert_false (product->print_options >> N_PRINT_OPTIONS);
    g_assert_false ((product->usual_for | product->usual_when_sent | product->only_for) >> N_KINDS);
    /* What is usual for a kind is possible for it. */
    g_assert_false (product->only_for && (product->usual_for & ~product->only_for));
    /* Pages are folded because there are more than fit. */
    if (product->print_options & 1u << PRINT_BOOKLET)
      g_assert_true (product->most_pages > 0 && product->imposition == IMPOSITION_NONE);
  }
}

/* No two make the same file, and a word means the same wherever it stands. */
static void
test_names (void)
{
  for (each_product (one))
    for (const Product *other = product_next (one); other; other = product_next (other)) {
      if (one->file && other->file && one->scope == other->scope)
        g_assert_cmpstr (one->file, !=, other->file);
      g_assert_true ((g_strcmp0 (one->word.english, other->word.english) == 0)
                     == (g_strcmp0 (one->word.vietnamese, other->word.vietnamese) == 0));
    }
  for (PrintOption option = 0; option < N_PRINT_OPTIONS; option++)
    for (PrintOption other = option + 1; other < N_PRINT_OPTIONS; other++) {
      g_assert_cmpstr (print_option_word (option)->english, !=, print_option_word (other)->english);
      g_assert_cmpstr (print_option_word (option)->vietnamese, !=,
                       print_option_word (other)->vietnamese);
    }
  g_assert_cmpstr (print_option_word (PRINT_CMYK)->vietnamese, ==, "bốn màu");
}

static void
check_built_in (const char *name, const char *ending)
{
  g_autofree char *path = g_strconcat ("templates/", name, ending, NULL);
  g_autoptr (Source) source = builtin_source (path);
  g_assert_nonnull (source);
}

/* A row without its template would fail for whoever asks for it first. */
static void
test_templates (void)
{
  for (each_product (product)) {
    if (product->template)
      check_built_in (product->template, ".mustache");
    if (product->style)
      check_built_in (product->style, "");
  }
  for (DocumentKind kind = 0; kind < N_KINDS; kind++)
    check_built_in (document_kind_template (kind), ".mustache");
}

static void
test_scopes (void)
{
  static const ProductScope singles[] = { PRODUCT_OF_KIT, PRODUCT_OF_PROVINCE, PRODUCT_OF_ORDER, PRODUCT_OF_FILE };

  for (guint i = 0; i < G_N_ELEMENTS (singles); i++) {
    guint n = 0;
    for (each_product (product))
      n += product->scope == singles[i];
    g_assert_cmpuint (n, ==, 1);
    g_assert_true (product_of (singles[i])->scope == singles[i]);
  }
}

/* Bits are told apart, however many rows there are. */
static void
test_bits (void)
{
  guint64 seen = 0;
  guint n = 0;

  for (each_product (product)) {
    if (product->scope == PRODUCT_OF_DOCUMENT)
      g_assert_cmpuint (product_bit (product), !=, 0);
    g_assert_cmpuint (seen & product_bit (product), ==, 0);
    seen |= product_bit (product);
    n++;
  }
  g_assert_cmpuint (n, >, 20);
}

static void
test_usual (void)
{
  const guint64 public = PRODUCTS ("web", "qr");
  const guint64 spoken = public | PRODUCTS ("script", "ssml", "script_sheet");
  const guint64 sent = PRODUCTS ("leaflet", "poster");
  const struct {
    DocumentKind kind;
    guint64 alone, is_sent;
  } rows[] = {
    { KIND_BULLETIN, spoken, spoken | sent },
    { KIND_GUIDE, spoken | sent | PRODUCTS ("leaflet_a4"),
      spoken | sent | PRODUCTS ("leaflet_a4") },
    { KIND_LETTER, public | PRODUCTS ("letter"), public | PRODUCTS ("letter") },
    { KIND_CHECKLIST, public | PRODUCTS ("checklist"), public | PRODUCTS ("checklist") },
    { KIND_PAGE, public, public },
    { KIND_PROGRAMME, spoken, spoken },
    { KIND_QUESTION, public, public },
    { KIND_NOTICE, spoken, spoken | sent },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (rows) == N_KINDS);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmphex (products_usual (rows[i].kind, FALSE, "vi"), ==, rows[i].alone);
    g_assert_cmphex (products_usual (rows[i].kind, TRUE, "vi"), ==, rows[i].is_sent);
  }
}

static void
test_makes (void)
{
  Document document = { .products = PRODUCTS ("script") };

  g_assert_true (document_makes (&document, product_of_file ("loa.html")));
  g_assert_true (document_makes (&document, product_of_file ("loa.txt")));
  g_assert_false (document_makes (&document, product_of_file ("qr.svg")));
  g_assert_false (document_has_page (&document));
  document.products |= product_bit (product_of_file (NULL));
  g_assert_true (document_has_page (&document));
}

static void
test_listed (void)
{
  const guint64 page = products_usual (KIND_PAGE, FALSE, "vi");
  const Document newer = { 0 };
  const struct {
    Document document;
    gboolean is_listed;
  } rows[] = {
    { { .products = page, .expires = MOMENT_NONE }, TRUE },
    { { .products = page, .expires = 1001 }, TRUE },
    { { .products = page, .expires = 1000 }, FALSE },
    { { .products = page, .expires = MOMENT_NONE, .replaced_by = &newer }, FALSE },
    { { .products = page, .expires = MOMENT_NONE, .is_whole_series = TRUE }, FALSE },
    { { .products = product_sheets_named ("poster"), .expires = MOMENT_NONE }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (document_is_listed (&rows[i].document, 1000), ==, rows[i].is_listed);
}

/* From one product of a document to the next is as from row to row, without those it does not ask
 * for. */
static void
test_next (void)
{
  const Document documents[] = { { .products = 0 },
                                 { .products = G_MAXUINT64 },
                                 { .products = products_usual (KIND_GUIDE, TRUE, "vi") } };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++) {
    const Document *document = &documents[i];
    const Product *next = document_next_product (document, NULL);
    for (each_product (product)) {
      if (!document_makes (document, product))
        continue;
      g_assert_true (next == product);
      next = document_next_product (document, product);
    }
    g_assert_null (next);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/product/rows", test_rows);
  g_test_add_func ("/product/names", test_names);
  g_test_add_func ("/product/templates", test_templates);
  g_test_add_func ("/product/scopes", test_scopes);
  g_test_add_func ("/product/bits", test_bits);
  g_test_add_func ("/product/usual", test_usual);
  g_test_add_func ("/product/makes", test_makes);
  g_test_add_func ("/product/listed", test_listed);
  g_test_add_func ("/product/next", test_next);
  return g_test_run ();
}
