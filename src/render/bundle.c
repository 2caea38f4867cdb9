/* SPDX-License-Identifier: MIT */
/* The pages come from one template (or one for each office that has its own), so they are cut at
 * the tags every print page has; what stands between is not looked at. */
#include "render/bundle.h"

#include <string.h>

struct Bundle {
  GString *start; /* of the first page, up to the end of its head */
  GString *parts;
  GHashTable *styles; /* Set<char *>, owned: <style> elements that are in the head */
};

Bundle *
bundle_new (void)
{
  Bundle *bundle = g_new0 (Bundle, 1);
  bundle->start = g_string_new (NULL);
  bundle->parts = g_string_new (NULL);
  bundle->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return bundle;
}

void
bundle_free (Bundle *bundle)
{
  if (bundle == NULL)
    return;
  g_string_free (bundle->start, TRUE);
  g_string_free (bundle->parts, TRUE);
  g_hash_table_unref (bundle->styles);
  g_free (bundle);
}

/* The <style> elements between `from` and `to`, each only once in a bundle. */
static void
add_styles (Bundle *bundle, const char *from, const char *to, gboolean is_there)
{
  static const char open[] = "<style", close[] = "</style>";

  for (const char *style = strstr (from, open); style && style < to; style = strstr (from, open)) {
    const char *end = strstr (style, close);
    if (end == NULL)
      return;
    from = end + strlen (close);
    char *text = g_strndup (style, from - style);
    if (!g_hash_table_contains (bundle->styles, text) && !is_there)
      g_string_append_printf (bundle->start, "%s\n", text);
    g_hash_table_add (bundle->styles, text);
  }
}

gboolean
bundle_add (Bundle *bundle, const char *page, const char *name)
{
  const char *head_end = strstr (page, "</head>");
  const char *body = head_end ? strstr (head_end, "<body") : NULL;
  const char *body_end = body ? g_strrstr (body, "</body>") : NULL;
  gboolean is_first = bundle->start->len == 0;
  g_autofree char *label = g_markup_escape_text (name, -1);

  if (body_end == NULL)
    return FALSE;
  if (is_first)
    g_string_append_len (bundle->start, page, head_end - page);
  add_styles (bundle, page, head_end, is_first);
  g_string_append_printf (bundle->parts, "<article aria-label=\"%s\"%s", label,
                          is_first ? "" : " style=\"break-before: page\"");
  g_string_append_len (bundle->parts, body + strlen ("<body"), body_end - body - strlen ("<body"));
  g_string_append (bundle->parts, "</article>\n");
  return TRUE;
}

void
bundle_write (const Bundle *bundle, GString *out)
{
  g_string_append_len (out, bundle->start->str, bundle->start->len);
  g_string_append (out, "</head>\n<body>\n");
  g_string_append_len (out, bundle->parts->str, bundle->parts->len);
  g_string_append (out, "</body>\n</html>\n");
}
