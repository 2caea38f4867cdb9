/* SPDX-License-Identifier: MIT */
/* What cmark alone takes for the same bodies: reads each file, skips its front matter, parses,
 * renders to HTML, and throws the HTML away, or writes it to a file of its own: the least a
 * publishing program built on cmark can spend. */
#include <cmark.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
write_file (const char *folder, const char *name, const char *html, gsize length)
{
  g_autofree char *path = g_strconcat (folder, "/", name, ".html", NULL);
  FILE *file = fopen (path, "w");

  if (file == NULL || fwrite (html, 1, length, file) != length || fclose (file) != 0)
    g_error ("cannot write %s", path);
}

/* `out` is the folder to write to, or NULL. */
static gsize
convert (const char *path, const char *name, const char *out)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    g_error ("cannot read %s", path);
  const char *body = strstr (text, "\n---\n");
  body = body ? body + strlen ("\n---\n") : text;
  cmark_node *root = cmark_parse_document (body, text + length - body, CMARK_OPT_DEFAULT);
  char *html = cmark_render_html (root, CMARK_OPT_DEFAULT);
  gsize n = strlen (html);
  if (out)
    write_file (out, name, html, n);
  free (html);
  cmark_node_free (root);
  return n;
}

/* cmark OUT FOLDER…: converts every .md file in the folders; “-” for OUT throws the HTML away. */
int
main (int argc, char **argv)
{
  gsize n_bytes = 0;
  const char *out = argc > 1 && strcmp (argv[1], "-") != 0 ? argv[1] : NULL;

  for (int i = 2; i < argc; i++) {
    g_autoptr (GDir) dir = g_dir_open (argv[i], 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name (dir)) != NULL;) {
      g_autofree char *path = g_build_filename (argv[i], name, NULL);
      if (g_str_has_suffix (name, ".md"))
        n_bytes += convert (path, name, out);
    }
  }
  printf ("%zu\n", n_bytes);
  return 0;
}
