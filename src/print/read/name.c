/* SPDX-License-Identifier: MIT */
#include "print/read/name.h"

#include "base/arena.h"

/* What the code may ask for by g_intern_static_string(): elements, attributes, counters. */
static const char vocabulary[] =
  "a abbr address article aside b bdi bdo big blockquote body br button caption center "
  "cite code col colgroup data datalist dd del details dfn dialog div dl dt em fieldset "
  "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i img input "
  "ins kbd label legend li link main mark menu meta meter nav noscript ol option output p "
  "picture pre progress q rp rt ruby s samp script search section select small span strike "
  "strong style sub summary sup table tbody td template textarea tfoot th thead time title "
  "tr tt u ul var wbr svg g path rect circle ellipse line polyline polygon defs desc "
  "metadata use text image id class lang dir hidden role href rel media charset name "
  "content src alt width height colspan rowspan scope headers start value type reversed "
  "span datetime aria-label aria-hidden aria-labelledby aria-describedby viewBox fill "
  "stroke stroke-width fill-rule transform d x y rx ry r cx cy x1 y1 x2 y2 points page "
  "pages list-item";

typedef struct {
  Arena *arena;
  GHashTable *names; /* const char * */
  GString *asked;    /* what is looked up, with its NUL: of any length, and no memory for each */
} Names;

static gpointer
make_names (G_GNUC_UNUSED gpointer data)
{
  Names *names = g_new (Names, 1);

  names->arena = arena_new ();
  names->names = g_hash_table_new (g_str_hash, g_str_equal);
  names->asked = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit (vocabulary, " ", -1);
  for (guint i = 0; words[i]; i++)
    g_hash_table_add (names->names, (gpointer) g_intern_string (words[i]));
  return names;
}

const char *
name_intern (const char *text, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  static GMutex mutex;
  Names *names = g_once (&once, make_names, NULL);

  g_mutex_lock (&mutex);
  g_string_truncate (names->asked, 0);
  g_string_append_len (names->asked, text, (gssize) length);
  const char *name = g_hash_table_lookup (names->names, names->asked->str);
  if (name == NULL) {
    name = arena_copy_n (names->arena, text, length);
    g_hash_table_add (names->names, (gpointer) name);
  }
  g_mutex_unlock (&mutex);
  return name;
}
