/* SPDX-License-Identifier: MIT */
#include "scene.h"

#include <stdlib.h>

/* The outline of a document whose body holds these elements, "h1 Một|h2 Hai|article A|…": what
 * follows an article, up to a line "/", is in it. Titles with how deep they are, closed entries
 * with a minus for their count. */
static char *
outline_of (const char *elements)
{
  g_autoptr (Scene) scene = scene_new ();
  g_auto (GStrv) rows = g_strsplit (elements, "|", -1);
  Element *parent = scene_body (scene);
  double y = 60;

  for (guint i = 0; rows[i]; i++, y += 20) {
    g_auto (GStrv) row = g_strsplit (rows[i], " ", 2);
    if (*row[0] == '/') {
      parent = scene_body (scene);
      continue;
    }
    g_autofree char *label =
      g_str_equal (row[0], "article") ? g_strconcat ("aria-label=", row[1], NULL) : NULL;
    Element *element = scene_element (scene, parent, row[0], label);
    if (label) {
      parent = element;
      continue;
    }
    scene_text (scene, element, row[1]);
    if (*row[1] != '!')
      scene_write (scene, element, SERIF, 13, row[1], 85, y);
  }
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  return asked (
    pdf, "python3 -c \"\nimport json,subprocess,sys\n"
         "d=json.loads(subprocess.check_output(['qpdf','--json','--json-key=outlines','%']))\n"
         "def w(o,l):\n"
         "  for e in o:\n"
         "    sys.stdout.write(str(l)+e['title']+('' if e['open'] else '-')+' ')\n"
         "    w(e['kids'],l+1)\n"
         "w(d['outlines'],1)\n\"");
}

static void
test_entries (void)
{
  static const struct {
    const char *elements, *outline;
  } rows[] = {
    { "p a", "" },
    { "h1 A|p x|h2 B|h2 C|h1 D", "1A 2B 2C 1D " },
    { "h1 A|h2 B|h3 C|h2 D|h1 E", "1A 2B 3C 2D 1E " },
    { "h2 A|h3 B", "1A 2B " },
    { "h1 A|h2 !B|h2 C", "1A 2C " },
    { "article K|h1 A|h2 B|/|article L|h1 C", "1K- 2A 3B 1L- 2C " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *got = outline_of (rows[i].elements);
    g_test_message ("%s", rows[i].elements);
    g_assert_cmpstr (got, ==, rows[i].outline);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/entries", test_entries);
  return g_test_run ();
}
