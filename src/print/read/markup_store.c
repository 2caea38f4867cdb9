/* SPDX-License-Identifier: MIT */
/* A page is markup with texts in the gaps between. When all its markup is that of a page read
 * before, byte for byte, and its texts are plain, reading it would give the same tree with other
 * texts in it.
 *
 * This and the styles noted by the shape of a page (style/styles.c) are the hardest code of the
 * room to reason about. They stay because without both the kits of all 3,321 communes take 39 %
 * more CPU time, and without them each page would be parsed and matched anew for a letterhead. What
 * must stay true: a page that takes over a tree puts back all it changed before another does, and a
 * tree is never shared by two threads. */
#include "print/read/markup_store.h"

#include <string.h>

#define MOST_KEPT    8
#define LARGEST_KEPT (256 * 1024) /* bytes: no sheet of a kit is longer */

/* Where a text stands in the source: between a “>” and a “<”. */
typedef struct {
  gsize start, end;
} Gap;

/* A text of the tree that another page has put its own for. */
typedef struct {
  Element *node;
  const char *text;
  gsize length;
} Original;

typedef struct {
  char *source;
  gsize length;
  Markup *markup;
  GArray *gaps;      /* Gap */
  GPtrArray *nodes;  /* Element: the text of each gap */
  GArray *originals; /* Original: what to put back */
  Arena *texts;      /* of the page that has taken it over; or NULL */
} Kept;

struct MarkupStore {
  GPtrArray *kept; /* Kept, owned; the latest last */
  Markup *other;   /* the last page, when it is not worth keeping */
  guint n_shapes;
};

static void
kept_free (gpointer data)
{
  Kept *kept = data;
  markup_free (kept->markup);
  g_array_unref (kept->gaps);
  g_ptr_array_unref (kept->nodes);
  g_array_unref (kept->originals);
  if (kept->texts)
    arena_free (kept->texts);
  g_free (kept->source);
  g_free (kept);
}

MarkupStore *
markup_store_new (void)
{
  MarkupStore *store = g_new0 (MarkupStore, 1);
  store->kept = g_ptr_array_new_with_free_func (kept_free);
  return store;
}

void
markup_store_free (MarkupStore *store)
{
  if (store == NULL)
    return;
  g_ptr_array_unref (store->kept);
  markup_free (store->other);
  g_free (store);
}

/* --- keeping --- */

/* The “<” of the root element. */
static const char *
find_root (const char *text)
{
  const char *p = strchr (text, '<');
  while (p && !g_ascii_isalpha (p[1]))
    p = strchr (p + 1, '<');
  return p;
}

static void
find_gaps (Kept *kept, const char *root)
{
  for (const char *p = strchr (root, '>'); p; p = strchr (p, '>')) {
    const char *start = ++p;
    const char *end = strchr (start, '<');
    if (end == NULL)
      return;
    Gap gap = { start - kept->source, end - kept->source };
    if (end > start)
      g_array_append_val (kept->gaps, gap);
  }
}

static void
find_nodes (Kept *kept, Element *element)
{
  for (; element; element = element->next) {
    if (element->name == NULL)
      g_ptr_array_add (kept->nodes, element);
    else
      find_nodes (kept, element->first_child);
  }
}

/* An instruction that says no line: texts on its sides are one. */
static gboolean
has_instruction (const char *text)
{
  while ((text = strstr (text, "<?")) != NULL && g_str_has_prefix (text, "<?line"))
    text++;
  return text != NULL;
}

/* Comments and the like would join or hide texts; and a “>” in a value looks like the beginning of
 * a text. Without the ones, and with as many texts as gaps, each gap is a text. */
static gboolean
kept_is_clear (const Kept *kept, const char *root)
{
  return strstr (root, "<!") == NULL && !has_instruction (root)
         && kept->gaps->len == kept->nodes->len;
}

/* Takes the page, if it can be taken over by others. */
static gboolean
keep (MarkupStore *store, const Source *source, Markup *markup)
{
  Kept *kept;
  const char *root = find_root (source->text);

  if (root == NULL || source->length > LARGEST_KEPT)
    return FALSE;
  kept = g_new0 (Kept, 1);
  kept->source = g_strndup (source->text, source->length);
  kept->length = source->length;
  kept->gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  kept->nodes = g_ptr_array_new ();
  kept->originals = g_array_new (FALSE, FALSE, sizeof (Original));
  root = kept->source + (root - source->text);
  find_gaps (kept, root);
  find_nodes (kept, markup->root);
  if (!kept_is_clear (kept, root)) {
    kept_free (kept);
    return FALSE;
  }
  kept->markup = markup;
  markup->shape = ++store->n_shapes;
  if (store->kept->len == MOST_KEPT)
    g_ptr_array_remove_index (store->kept, 0);
  g_ptr_array_add (store->kept, kept);
  return TRUE;
}

/* --- taking over --- */

/* Text that stands in the tree as it stands in the source: no references, no control characters,
 * nothing to be composed. */
static gboolean
is_plain (const char *text, gsize length)
{
  gboolean has_words = FALSE;

  for (gsize i = 0; i < length; i++) {
    guchar c = text[i];
    if (c < ' ' || c == '&' || c == '>' || c == 0x7f || c == 0xcc || c == 0xcd || c == 0xef)
      return FALSE;
    has_words |= c != ' ';
  }
  return has_words && g_utf8_validate (text, (gssize) length, NULL);
}

static void
put_text (Kept *kept, guint gap, const char *text, gsize length)
{
  Element *node = kept->nodes->pdata[gap];
  Original original = { node, node->text, node->length };

  g_array_append_val (kept->originals, original);
  if (kept->texts == NULL)
    kept->texts = arena_new ();
  node->text = arena_copy_n (kept->texts, text, length);
  node->length = length;
}

static void
put_back_originals (Kept *kept)
{
  for (guint i = 0; i < kept->originals->len; i++) {
    const Original *original = &g_array_index (kept->originals, Original, i);
    original->node->text = original->text;
    original->node->length = original->length;
  }
  g_array_set_size (kept->originals, 0);
  g_clear_pointer (&kept->texts, arena_free);
}

/* Puts the texts of `source` where they differ. FALSE when it is another page. */
static gboolean
put_texts (Kept *kept, const Source *source)
{
  const char *mine = kept->source, *p = source->text, *end = source->text + source->length;

  for (guint i = 0; i < kept->gaps->len; i++) {
    const Gap *gap = &g_array_index (kept->gaps, Gap, i);
    gsize before = (gsize) (kept->source + gap->start - mine), length = gap->end - gap->start;
    if ((gsize) (end - p) <= before || memcmp (mine, p, before) != 0)
      return FALSE;
    p += before;
    mine = kept->source + gap->end;
    const char *stop = memchr (p, '<', (gsize) (end - p));
    if (stop == NULL)
      return FALSE;
    if ((gsize) (stop - p) != length || memcmp (p, mine - length, length) != 0) {
      if (!is_plain (p, (gsize) (stop - p)) || !is_plain (mine - length, length))
        return FALSE;
      put_text (kept, i, p, (gsize) (stop - p));
    }
    p = stop;
  }
  gsize rest = (gsize) (kept->source + kept->length - mine);
  return (gsize) (end - p) == rest && memcmp (mine, p, rest) == 0;
}

static const Markup *
take_over (MarkupStore *store, const Source *source)
{
  for (guint i = store->kept->len; i-- > 0;) {
    Kept *kept = store->kept->pdata[i];
    put_back_originals (kept);
    if (put_texts (kept, source))
      return kept->markup;
  }
  return NULL;
}

const Markup *
markup_store_read (MarkupStore *store, const Source *source, Report *report)
{
  const Markup *known = take_over (store, source);

  g_clear_pointer (&store->other, markup_free);
  if (known)
    return known;
  Markup *markup = markup_read (source, report);
  if (markup && !keep (store, source, markup))
    store->other = markup;
  return markup;
}
