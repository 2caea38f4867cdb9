/* SPDX-License-Identifier: MIT */
#include "print/read/markup_store.h"

#include "../../support.h"

/* What was read, written again: names, classes, lines and texts. */
static void
write_tree (const Element *element, GString *out)
{
  for (; element; element = element->next) {
    if (element->name == NULL) {
      g_string_append_printf (out, "[%.*s]", (int) element->length, element->text);
      continue;
    }
    g_string_append_printf (out, "<%s %s:%u:%u", element->name, element->classes[0], element->line,
                            element->index);
    write_tree (element->first_child, out);
    g_string_append_c (out, '>');
  }
}

static char *
tree_of (const Markup *markup)
{
  GString *out = g_string_new (NULL);
  write_tree (markup ? markup->root : NULL, out);
  return g_string_free (out, FALSE);
}

/* Reads the text from the store and by itself; the trees must be equal. Returns the shape. */
static guint
read_both_ways (MarkupStore *store, const char *text)
{
  Source source = { "a.html", text, strlen (text) };
  g_autoptr (Report) report = report_new ();
  g_autoptr (Report) other = report_new ();
  g_autoptr (Markup) alone = markup_read (&source, other);
  const Markup *stored = markup_store_read (store, &source, report);
  g_autofree char *expected = tree_of (alone);
  g_autofree char *tree = tree_of (stored);

  g_assert_cmpstr (tree, ==, expected);
  g_assert_cmpuint (report_n_errors (report), ==, report_n_errors (other));
  return stored ? stored->shape : 0;
}

#define PAGE(title, text)                                                                          \
  "<?xml version=\"1.0\"?>\n<html><head><title>" title "</title></head>\n<body><p class='x'>" text \
  "</p>\n</body></html>\n"

static void
test_taken_over (void)
{
  g_autoptr (MarkupStore) store = markup_store_new ();
  guint shape = read_both_ways (store, PAGE ("Xã An", "Một <b>hai</b> ba<br/>"));

  g_assert_cmpuint (shape, >, 0);
  g_assert_cmpuint (read_both_ways (store, PAGE ("Xã Bình", "Một <b>hai</b> ba<br/>")), ==, shape);
  g_assert_cmpuint (read_both_ways (store, PAGE ("Xã An", "M <b>hai và hơn nữa</b> 3<br/>")), ==,
                    shape);
  g_assert_cmpuint (read_both_ways (store, PAGE ("Xã An", "Một <b>hai</b> ba<br/>")), ==, shape);
}

static void
test_other_page (void)
{
  static const char *const others[] = {
    PAGE ("Xã An", "Một <i>hai</i> ba<br/>"),
    PAGE ("Xã An", "Một <b>hai</b> ba<br/>bốn"),
    PAGE ("Xã An", "Một <b></b> ba<br/>"),
    PAGE ("Xã An", "Một <b> </b> ba<br/>"),
    PAGE ("Xã An", "Một &amp; <b>hai</b> ba<br/>"),
    PAGE ("Xã An", "Một\n <b>hai</b> ba<br/>"),
    PAGE ("Xã An", "Một <b>hai]]></b> ba<br/>"),
    PAGE ("Xã An", "Mo\xcc\x82t <b>hai</b> ba<br/>"),
    PAGE ("Xã An", "Một <b>hai</b> ba"),
    PAGE ("Xã An", "Một <b>\x01</b> ba<br/>"),
    PAGE ("Xã An", "Một <b>hai</b> ba<br/>") "<!-- -->",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (MarkupStore) store = markup_store_new ();
    guint shape = read_both_ways (store, PAGE ("Xã An", "Một <b>hai</b> ba<br/>"));
    g_assert_cmpuint (read_both_ways (store, others[i]), !=, shape);
    g_assert_cmpuint (read_both_ways (store, PAGE ("Xã Yên", "Một <b>hai</b> ba<br/>")), ==, shape);
  }
}

/* Lines of the document part texts, and are part of the shape. */
static void
test_lines (void)
{
  g_autoptr (MarkupStore) store = markup_store_new ();
  guint shape = read_both_ways (store, PAGE ("Xã An", "x <?line 5?>một<?line?> "));

  g_assert_cmpuint (shape, !=, 0);
  g_assert_cmpuint (read_both_ways (store, PAGE ("Xã Yên", "x <?line 5?>hai<?line?> ")), ==, shape);
  g_assert_cmpuint (read_both_ways (store, PAGE ("Xã An", "x <?line 6?>một<?line?> ")), !=, shape);
}

/* Where a text is not what stands between two tags, nobody takes over. */
static void
test_unclear (void)
{
  static const char *const pages[] = {
    PAGE ("Xã An", "một<!-- <b> -->hai"),
    PAGE ("Xã An", "<![CDATA[một]]><b title='a>b'/>"),
    PAGE ("Xã An", "<b title='a>b'>một</b>"),
    PAGE ("Xã An", "một<?b c?>"),
  };
  g_autoptr (MarkupStore) store = markup_store_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_cmpuint (read_both_ways (store, pages[i]), ==, 0);
}

static void
test_many (void)
{
  g_autoptr (MarkupStore) store = markup_store_new ();

  for (guint i = 0; i < 100; i++) {
    g_autofree char *page = g_strdup_printf ("<html><p class='c%u'>một %u</p></html>", i % 20, i);
    read_both_ways (store, page);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup-store/taken-over", test_taken_over);
  g_test_add_func ("/markup-store/other-page", test_other_page);
  g_test_add_func ("/markup-store/unclear", test_unclear);
  g_test_add_func ("/markup-store/lines", test_lines);
  g_test_add_func ("/markup-store/many", test_many);
  return g_test_run ();
}
