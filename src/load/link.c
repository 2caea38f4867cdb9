/* SPDX-License-Identifier: MIT */
#include "load/link.h"

#include "base/i18n.h"
#include "model/file_kind.h"
#include "model/product.h"
#include "model/stock.h"
#include "model/web.h"

#include <string.h>

/* "a/../b.md" in folder "ban-tin", or "/b.md" from the root, as a path from the root; NULL when it
 * leads out. */
static char *
resolve_path (const char *folder, const char *path)
{
  g_autofree char *joined =
    *path == '/' ? g_strdup (path + 1) : g_strconcat (folder, *folder ? "/" : "", path, NULL);
  g_auto (GStrv) parts = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; parts[i]; i++) {
    if (*parts[i] == '\0' || strcmp (parts[i], ".") == 0)
      continue;
    if (strcmp (parts[i], "..") != 0)
      g_ptr_array_add (kept, parts[i]);
    else if (kept->len == 0)
      return NULL;
    else
      g_ptr_array_set_size (kept, kept->len - 1);
  }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

static const Document *
find_document (const Site *site, const char *resolved)
{
  g_autofree char *source = g_strconcat ("content/", resolved, NULL);
  return site_document (site, source);
}

const Document *
link_document (const Site *site, const Document *document, const char *path)
{
  g_autofree char *plain = g_uri_unescape_string (path, NULL);
  g_autofree char *resolved = plain ? resolve_path (document->folder, plain) : NULL;
  return resolved && g_str_has_suffix (resolved, ".md") ? find_document (site, resolved) : NULL;
}

const char *
link_find (const Site *site, const Document *document, const char *path, char **fault,
           const char **advice)
{
  g_autofree char *plain = g_uri_unescape_string (path, NULL);
  g_autofree char *resolved = plain ? resolve_path (document->folder, plain) : NULL;
  const char *href = NULL;

  if (resolved == NULL) {
    *advice = _ ("everything a page needs stands below content/ or static/");
    *fault = g_strdup_printf (_ ("the link “%s” leads out of the site"), path);
  } else if (g_str_has_suffix (resolved, ".md")) {
    const Document *found = find_document (site, resolved);
    if (found && document_has_page (found))
      return found->href;
    if (found) {
      *advice = _ ("add “web” to its “outputs” (“đầu ra”)");
      *fault = g_strdup_printf (_ ("the document “%s” has no page"), path);
      return NULL;
    }
    *advice = _ ("write its path from the folder of this document; it may also be a draft, or not "
                 "published yet");
    *fault = g_strdup_printf (_ ("there is no document “%s”"), path);
  } else {
    g_autofree char *address = g_strconcat (resolved, file_kind_added_ending (resolved), NULL);
    href = g_hash_table_lookup (site->hrefs, address);
    if (href)
      return href;
    *advice =
      _ ("put it beside this document, or into static/ and write its path with “/” before it");
    *fault = g_strdup_printf (_ ("there is no file “%s”"), path);
  }
  return NULL;
}

const SiteFile *
link_file (const Site *site, const Document *document, const char *url)
{
  g_autofree char *path = g_strndup (url, strcspn (url, "?#"));
  g_autofree char *plain = g_uri_unescape_string (path, NULL);
  g_autofree char *resolved = plain ? resolve_path (document->folder, plain) : NULL;
  g_autofree char *address =
    resolved ? g_strconcat (resolved, file_kind_added_ending (resolved), NULL) : NULL;
  return address ? site_file (site, address) : NULL;
}

/* The way from the page of `document` to `href`. */
static char *
link_between (const Document *document, const char *href)
{
  GString *way = g_string_new (NULL);

  for (const char *p = document->href; (p = strchr (p, '/')) != NULL; p++)
    g_string_append (way, "../");
  g_autofree char *escaped = g_uri_escape_string (href, "/", FALSE);
  g_string_append (way, escaped);
  return g_string_free (way, FALSE);
}

static gboolean
is_stock (const char *url)
{
  g_autofree char *name = stock_name (url);
  return name != NULL;
}

/* A drawing by name. */
static char *
resolve_stock (const char *url, char **target, const char **advice)
{
  g_autofree char *name = stock_name (url);
  const char *nearest;

  if (stock_find (name)) {
    *target = g_strconcat ("hinh:", name, NULL);
    return NULL;
  }
  nearest = stock_suggest (name);
  *advice = _ ("“loa pictures” lists those that are there");
  if (nearest)
    return g_strdup_printf (_ ("there is no drawing “%s”; did you mean “hinh:%s”?"), url, nearest);
  return g_strdup_printf (_ ("there is no drawing “%s”"), url);
}

char *
link_resolve (const Site *site, const Document *document, const char *url, gboolean is_image,
              char **target, const char **advice)
{
  g_autofree char *scheme = web_scheme (url);

  if (*url == '\0')
    return g_strdup (_ ("this link has no target"));
  gsize length = strcspn (url, "?#");
  if (is_image && (length == 0 || g_str_has_suffix (url, ".md"))) {
    *advice = _ ("name the file of the picture: ![Màn hình đăng nhập](dang-nhap.png)");
    return g_strdup_printf (_ ("“%s” is not a picture"), url);
  }
  if (is_image && is_stock (url))
    return resolve_stock (url, target, advice);
  if (is_image && (scheme || g_str_has_prefix (url, "//"))) {
    *advice = _ ("save the picture beside this document; pages must work without the network");
    return g_strdup (_ ("pictures from elsewhere are not shown"));
  }
  if (scheme && !web_scheme_is_safe (url)) {
    *advice = _ ("links lead to https://, http://, mailto:, tel: or a file");
    return g_strdup_printf (_ ("a link cannot start with “%s:”"), scheme);
  }
  if (g_str_has_prefix (url, "//")) {
    *advice = _ ("write https:// before it");
    return g_strdup_printf (_ ("“%s” is not a whole address"), url);
  }
  if (scheme || *url == '#') {
    *target = g_strdup (url);
    return NULL;
  }
  g_autofree char *path = g_strndup (url, length);
  char *fault = NULL;
  const char *href = link_find (site, document, path, &fault, advice);
  if (href == NULL)
    return fault;
  g_autofree char *way = link_between (document, href);
  *target = g_strconcat (way, url + length, NULL);
  return NULL;
}

/* “](#…)”, “](<#…>)”, “]: #…”, “a.md#…” */
gboolean
link_fragments_are_in (const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text; (p = memchr (p, '#', end - p)) != NULL; p++) {
    if (p > text && strchr ("(<", p[-1]))
      return TRUE;
    if (p - text >= 3 && (memcmp (p - 3, ".md", 3) == 0 || memcmp (p - 3, "]: ", 3) == 0))
      return TRUE;
  }
  return FALSE;
}

const Document *
link_find_from (const Site *site, const char *folder, const char *reference)
{
  g_autofree char *joined =
    *reference == '/' ? g_strconcat ("content/", reference + 1, NULL)
                      : g_strconcat ("content/", folder, *folder ? "/" : "", reference, NULL);
  g_autofree char *canonical = g_canonicalize_filename (joined, "/");
  const Document *found = site_document (site, canonical + 1);

  if (found == NULL && !g_str_has_suffix (canonical, ".md")) {
    g_autofree char *with_suffix = g_strconcat (canonical + 1, ".md", NULL);
    found = site_document (site, with_suffix);
  }
  return found;
}

const Document *
link_find_document (const Site *site, const Document *document, const char *reference)
{
  const Document *found = link_find_from (site, document->folder, reference);
  return found ? found : link_find_from (site, "", reference);
}
