/* SPDX-License-Identifier: MIT */
#include "print/style/selector.h"

#include "../../support.h"

typedef struct {
  Arena *arena;
  Report *report;
  GArray *selectors;
  Markup *markup;
  Siblings *siblings;
} Scene;

static void
scene_clear (Scene *scene)
{
  siblings_free (scene->siblings);
  markup_free (scene->markup);
  g_array_unref (scene->selectors);
  report_free (scene->report);
  arena_free (scene->arena);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

static void
scene_set (Scene *scene, const char *selector, const char *xhtml)
{
  Source css_source = { "a.css", selector, strlen (selector) };
  Source source = { "a.html", xhtml, strlen (xhtml) };
  Css css;

  *scene = (Scene){ arena_new (), report_new (), g_array_new (FALSE, FALSE, sizeof (Selector)),
                    NULL, NULL };
  css_init (&css, &css_source, selector, css_source.length, (Place){ 1, 1 }, scene->arena,
            scene->report);
  selectors_read (&css, css_collect (&css, "{"), scene->selectors);
  css_finish (&css);
  scene->markup = markup_read (&source, scene->report);
  g_assert_cmpuint (report_n_errors (scene->report), ==, 0);
  scene->siblings = siblings_new (scene->markup);
}

/* The ids of what is selected, in order. */
static void
list_selected (Scene *scene, const Element *element, GString *ids)
{
  for (; element; element = element->next) {
    if (element->name == NULL)
      continue;
    for (guint i = 0; i < scene->selectors->len; i++)
      if (selector_matches (&g_array_index (scene->selectors, Selector, i), element,
                            scene->siblings))
        g_string_append (ids, element->id ? element->id : "?");
    list_selected (scene, element->first_child, ids);
  }
}

static void
test_selected (void)
{
  static const char page[] =
    "<html id='r'><div id='a' class='x y' title='one two'><p id='b'>t<b id='c'/>t<i id='d'/></p> "
    "<p id='e' class='x' lang='vi-VN'/>"
    "<b id='f'/><p id='g'><b id='h'><b id='i' title=''/></b></p></div></html>";
  static const struct {
    const char *selector, *ids;
  } rows[] = {
    { "*", "rabcdefghi" },
    { "p", "beg" },
    { "P", "beg" },
    { ".x", "ae" },
    { ".X", "" },
    { ".x.y", "a" },
    { "#e", "e" },
    { "p#e.x", "e" },
    { "b#e", "" },
    { "div b", "cfhi" },
    { "div > b", "f" },
    { "div > p > b", "ch" },
    { "p b b", "i" },
    { "html > div b > b", "i" },
    { "div div", "" },
    { "p + b", "f" },
    { "p + p", "e" },
    { "b + p", "g" },
    { "p ~ p", "eg" },
    { "#e ~ *", "fg" },
    { "b ~ b", "" },
    { "p ~ p > b", "h" },
    { "div p ~ b + p b b", "i" },
    { "[title]", "ai" },
    { "[title='']", "i" },
    { "[title='one two']", "a" },
    { "[title~=two]", "a" },
    { "[title~='']", "" },
    { "[title^=one]", "a" },
    { "[title^='']", "" },
    { "[title$=two]", "a" },
    { "[title*='e t']", "a" },
    { "[lang|=vi]", "e" },
    { "[lang|=v]", "" },
    { ":root", "r" },
    { ":empty", "cdefi" },
    { ":first-child", "rabchi" },
    { ":last-child", "radghi" },
    { ":only-child", "rahi" },
    { ":first-of-type", "rabcdfhi" },
    { ":last-of-type", "racdfghi" },
    { ":only-of-type", "racdfhi" },
    { "p:nth-child(1)", "b" },
    { "p:nth-child(2)", "e" },
    { "div > :nth-child(odd)", "bf" },
    { "div > :nth-child(even)", "eg" },
    { "div > :nth-child(n+2)", "efg" },
    { "div > :nth-child(-n+2)", "be" },
    { "div > :nth-child(2n-1)", "bf" },
    { "div > :nth-child(3n)", "f" },
    { "div > :nth-child(0n+2)", "e" },
    { "div > :nth-child(-2n+3)", "bf" },
    { "div > :nth-child(n)", "befg" },
    { "div > :nth-child(0)", "" },
    { "div > :nth-last-child(2)", "f" },
    { "div > p:nth-of-type(3)", "g" },
    { "div > p:nth-last-of-type(3)", "b" },
    { "p:not(.x)", "bg" },
    { "div > :not(p)", "f" },
    { "p:not(:first-child)", "eg" },
    { ":not([title])", "rbcdefgh" },
    { "a, #b, .x", "abe" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Scene) scene;
    g_autoptr (GString) ids = g_string_new (NULL);
    g_test_message ("%s", rows[i].selector);
    scene_set (&scene, rows[i].selector, page);
    list_selected (&scene, scene.markup->root, ids);
    g_assert_cmpstr (ids->str, ==, rows[i].ids);
  }
}

/* A hundred thousand siblings: counting them and looking for earlier ones takes one pass, not one
 * for each. */
static void
test_many_siblings (void)
{
  static const char *const selectors[] = {
    "p:nth-last-child(3)", "p:nth-of-type(2n+1)", "b ~ p",
    "q ~ b ~ p",           "p ~ p ~ p ~ b",       "x y > b ~ p + p"
  };
  static const guint selected[] = { 1, 50000, 99999, 0, 0, 0 };
  GString *text = g_string_new ("<div><p/><b/>");

  for (guint i = 0; i < 99999; i++)
    g_string_append (text, "<p/>");
  g_string_append (text, "</div>");
  g_autofree char *page = g_string_free (text, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (selectors); i++) {
    g_auto (Scene) scene;
    g_autoptr (GString) ids = g_string_new (NULL);
    g_test_message ("%s", selectors[i]);
    scene_set (&scene, selectors[i], page);
    list_selected (&scene, scene.markup->root, ids);
    g_assert_cmpuint (ids->len, ==, selected[i]);
  }
}

/* A selector that almost matches in very many ways fails without trying them all. */
static void
test_many_ways (void)
{
  GString *page = g_string_new (NULL), *descendants = g_string_new ("q"),
          *siblings = g_string_new ("q");

  for (guint i = 0; i < 250; i++)
    g_string_append (page, "<a><a/>");
  for (guint i = 0; i < 250; i++)
    g_string_append (page, "</a>");
  for (guint i = 0; i < 200; i++) {
    g_string_append (descendants, i % 2 ? " > a" : " a");
    g_string_append (siblings, i % 2 ? " a" : " ~ a");
  }
  g_autofree char *xhtml = g_string_free (page, FALSE), *first = g_string_free (descendants, FALSE),
                  *second = g_string_free (siblings, FALSE);
  const char *const selectors[] = { first, second };
  for (guint i = 0; i < G_N_ELEMENTS (selectors); i++) {
    g_auto (Scene) scene;
    g_autoptr (GString) ids = g_string_new (NULL);
    scene_set (&scene, selectors[i], xhtml);
    list_selected (&scene, scene.markup->root, ids);
    g_assert_cmpstr (ids->str, ==, "");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/selected", test_selected);
  g_test_add_func ("/match/many-siblings", test_many_siblings);
  g_test_add_func ("/match/many-ways", test_many_ways);
  return g_test_run ();
}
