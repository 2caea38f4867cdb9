/* SPDX-License-Identifier: MIT */
#include "scene.h"

#include "print/paint/structure_tree.h"

/* A table from "H:th,th|th,td": groups (H and F are thead and tfoot, - is none) with rows of cells;
 * "th@row" is a cell with this scope, "td#2" spans two columns. */
static void
add_table (Scene *scene, const char *groups)
{
  Element *table = scene_element (scene, scene_body (scene), "table", NULL);
  g_auto (GStrv) parts = g_strsplit (groups, " ", -1);
  double y = 80;

  for (guint i = 0; parts[i]; i++) {
    const char *name = *parts[i] == 'H' ? "thead" : *parts[i] == 'F' ? "tfoot" : "tbody";
    Element *group = *parts[i] == '-' ? table : scene_element (scene, table, name, NULL);
    g_auto (GStrv) rows = g_strsplit (parts[i] + 2, "|", -1);
    for (guint j = 0; rows[j]; j++) {
      Element *row = scene_element (scene, group, "tr", NULL);
      g_auto (GStrv) cells = g_strsplit (rows[j], ",", -1);
      for (guint k = 0; cells[k]; k++, y += 15) {
        g_auto (GStrv) cell = g_strsplit_set (cells[k], "@#", 2);
        g_autofree char *attribute =
          cell[1] ? g_strconcat (strchr (cells[k], '@') ? "scope=" : "colspan=", cell[1], NULL)
                  : NULL;
        Element *element = scene_element (scene, row, cell[0], attribute);
        scene_text (scene, element, "a");
        scene_write (scene, element, SERIF, 13, "a", 85, y);
      }
    }
  }
}

/* Scopes of header cells in order: C is Column, R is Row. */
static char *
scopes_of (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; (p = strstr (p, "/Scope /")); p += strlen ("/Scope /"))
    g_string_append_c (out, p[strlen ("/Scope /")]);
  return g_string_free (out, FALSE);
}

/* ISO 32000-1, table 349: what a header cell is the header of, when the author does not say. */
static void
test_scopes (void)
{
  static const struct {
    const char *table, *scopes;
  } rows[] = {
    { "H:th,th -:th,td", "CCR" }, /* first of its row, before data */
    { "-:th,th|th,td", "CCR" },   /* a row of headers alone has columns below it */
    { "H:th,td -:td,td", "C" },   /* in the head it is never one of a row */
    { "-:td,th", "C" },           /* not first */
    { "-:th", "C" },              /* nothing behind it */
    { "-:th,td,th", "CC" },       /* the row ends in a header */
    { "F:th,td", "R" },
    { "-:th@row,th", "RC" },
    { "-:td,th@rowgroup", "R" },
    { "-:th@col,td", "C" },
    { "-:th@colgroup,td", "C" },
    { "-:th@nonsense,td", "C" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new ();
    add_table (scene, rows[i].table);
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    g_autofree char *text = checked (pdf);
    g_autofree char *scopes = scopes_of (text);
    g_test_message ("%s", rows[i].table);
    g_assert_cmpstr (scopes, ==, rows[i].scopes);
  }
}

static void
test_spans (void)
{
  static const struct {
    const char *table, *span;
  } rows[] = {
    { "-:td#2", "/ColSpan 2" },
    { "-:td#1", NULL },
    { "-:td#0", NULL },
    { "-:td#-3", NULL },
    { "-:td#x", NULL },
    { "-:td#1000", "/ColSpan 1000" },
    { "-:td#1001", "/ColSpan 1000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new ();
    add_table (scene, rows[i].table);
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    g_autofree char *text = checked (pdf);
    g_test_message ("%s", rows[i].table);
    g_assert_cmpuint (count (text, "/ColSpan"), ==, rows[i].span != NULL);
    if (rows[i].span)
      assert_has (text, rows[i].span);
  }
}

/* Of a list by its first label. */
static void
test_numberings (void)
{
  static const struct {
    const char *label, *numbering;
  } rows[] = {
    { "•", "/Disc" },        { "◦", "/Circle" },      { "▪", "/Square" },
    { "☐", "/Square" },      { "–", "/Disc" },        { "1.", "/Decimal" },
    { "a.", "/LowerAlpha" }, { "A)", "/UpperAlpha" }, { "i.", "/LowerRoman" },
    { "I.", "/UpperRoman" }, { "9", "/Decimal" },     { NULL, "/None" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new ();
    Element *list = scene_element (scene, scene_body (scene), "ol", NULL);
    Element *item = scene_element (scene, list, "li", NULL);
    if (rows[i].label)
      scene_write (scene, item, SERIF, 13, rows[i].label, 70, 100)->role = ROLE_MARKER;
    scene_write (scene, item, SERIF, 13, "a", 85, 100);
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    g_autofree char *text = asked (pdf, "sh -c \"qpdf --qdf --object-streams=disable % - | tr -d "
                                        "'\\\\000'\"");
    g_autofree char *wanted = g_strconcat ("/ListNumbering ", rows[i].numbering, NULL);
    g_test_message ("%s", rows[i].label);
    assert_has (text, wanted);
  }
}

/* Said where it is another than the document's. */
static void
test_languages (void)
{
  static const struct {
    const char *language;
    gboolean is_said;
  } rows[] = { { "vi", FALSE }, { "en", TRUE }, { "vi-VN", FALSE }, { "v", FALSE } };
  g_autoptr (Scene) scene = scene_new ();
  const StructureTree tree = { .language = "vi-VN" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *attribute = g_strconcat ("lang=", rows[i].language, NULL);
    const Element *p = scene_element (scene, scene_body (scene), "p", attribute);
    g_test_message ("%s", rows[i].language);
    g_assert_cmpint (structure_tree_language (&tree, p) != NULL, ==, rows[i].is_said);
  }
  g_assert_null (structure_tree_language (&tree, scene_body (scene)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structure-tree/scopes", test_scopes);
  g_test_add_func ("/structure-tree/spans", test_spans);
  g_test_add_func ("/structure-tree/numberings", test_numberings);
  g_test_add_func ("/structure-tree/languages", test_languages);
  return g_test_run ();
}
