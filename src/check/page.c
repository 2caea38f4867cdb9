/* SPDX-License-Identifier: MIT */
/* Ten thousand pages are made of a few hundred tags: what is around the text is the same on all of
 * them. So a tag is judged once, by its bytes, and remembered; most of the work is to find the next
 * “<”. (Reading each page with libxml2 took longer than making it, and libxml2 knows HTML 4.)
 *
 * What a tag leads to depends on where its page stands. Templates name everything from the root of
 * the site (“../../index.html” two folders down), and such an address means the same on every page
 * of the same depth: depth and bytes are the key. Tags with other addresses are judged every time.
 * A tag is remembered when it is seen for the second time: those of one page alone (its
 * description) would fill the memory, and to take and give it back for each page costs more than to
 * judge.
 *
 * Elements, attributes and what they may hold are lists of what is allowed. It is stricter than
 * HTML is: every element is closed, every value quoted, nothing is closed by what follows it, so
 * that what we read is what browsers read.
 *
 * An element of which all bytes were the same on another page (the head of the pages of a section,
 * their foot) is good as a whole.
 *
 * The body of a document is the half of its page that no other page has, and all of it was written
 * by render/html/body.c, which knows thirty tags and no others, from links that were looked at
 * where the author wrote them. So it is passed over when it stands there byte by byte.
 */
#include "check/page.h"

#include "base/i18n.h"
#include "check/contrast.h"
#include "check/json.h"
#include "check/style.h"
#include "model/web.h"

#include <string.h>

#define N_REMEMBERED 2048 /* tags; a power of two */
#define MOST_OPEN    512
/* Elements that are remembered as a whole, in bytes, and how often in a row one may be another. */
#define LEAST_WHOLE 200
#define MOST_WHOLE  32768
#define MOST_MISSES 16
#define MOST_FAULTS 20

enum {
  VOID = 1 << 0,  /* has no end */
  RAW = 1 << 1,   /* holds a text without elements */
  SHAPE = 1 << 2, /* of a drawing: may be closed at once */
  BLOCK = 1 << 3, /* ends a <p> that is open */
  ROWS = 1 << 4,  /* holds parts of a table, and nothing else */
  PART = 1 << 5,  /* of a table: stands nowhere else */
  GUEST = 1 << 6  /* stands in tables and drawings, too */
};

/* What a page makes use of, for its policy. */
enum {
  USES_STYLES = 1,
  USES_SCRIPTS = 2,
  USES_PICTURES = 4,
  USES_MEDIA = 8,
  USES_FORMS = 16,
  USES_MANIFEST = 32,
  N_USES = 64
};

static const struct {
  const char *name;
  guint8 kind, uses;
} elements[] = {
  { "html", 0, 0 },
  { "head", 0, 0 },
  { "body", 0, 0 },
  { "title", RAW | GUEST, 0 },
  { "meta", VOID, 0 },
  { "link", VOID, 0 },
  { "style", RAW | GUEST, 0 },
  { "script", RAW | GUEST, 0 },
  { "noscript", 0, 0 },
  { "template", GUEST, 0 },
  { "slot", 0, 0 },
  { "header", BLOCK, 0 },
  { "footer", BLOCK, 0 },
  { "main", BLOCK, 0 },
  { "nav", BLOCK, 0 },
  { "aside", BLOCK, 0 },
  { "section", BLOCK, 0 },
  { "article", BLOCK, 0 },
  { "search", BLOCK, 0 },
  { "address", BLOCK, 0 },
  { "hgroup", BLOCK, 0 },
  { "h1", BLOCK, 0 },
  { "h2", BLOCK, 0 },
  { "h3", BLOCK, 0 },
  { "h4", BLOCK, 0 },
  { "h5", BLOCK, 0 },
  { "h6", BLOCK, 0 },
  { "div", BLOCK, 0 },
  { "p", BLOCK, 0 },
  { "hr", VOID | BLOCK, 0 },
  { "pre", BLOCK, 0 },
  { "blockquote", BLOCK, 0 },
  { "ol", BLOCK, 0 },
  { "ul", BLOCK, 0 },
  { "menu", BLOCK, 0 },
  { "li", BLOCK, 0 },
  { "dl", BLOCK, 0 },
  { "dt", BLOCK, 0 },
  { "dd", BLOCK, 0 },
  { "figure", BLOCK, 0 },
  { "figcaption", BLOCK, 0 },
  { "details", BLOCK, 0 },
  { "summary", BLOCK, 0 },
  { "dialog", BLOCK, 0 },
  { "table", BLOCK | ROWS, 0 },
  { "caption", PART, 0 },
  { "colgroup", ROWS | PART, 0 },
  { "col", VOID | PART, 0 },
  { "thead", ROWS | PART, 0 },
  { "tbody", ROWS | PART, 0 },
  { "tfoot", ROWS | PART, 0 },
  { "tr", ROWS | PART, 0 },
  { "th", PART, 0 },
  { "td", PART, 0 },
  { "a", GUEST, 0 },
  { "em", 0, 0 },
  { "strong", 0, 0 },
  { "small", 0, 0 },
  { "s", 0, 0 },
  { "cite", 0, 0 },
  { "q", 0, 0 },
  { "dfn", 0, 0 },
  { "abbr", 0, 0 },
  { "ruby", 0, 0 },
  { "rt", 0, 0 },
  { "rp", 0, 0 },
  { "data", 0, 0 },
  { "time", 0, 0 },
  { "code", 0, 0 },
  { "var", 0, 0 },
  { "samp", 0, 0 },
  { "kbd", 0, 0 },
  { "sub", 0, 0 },
  { "sup", 0, 0 },
  { "i", 0, 0 },
  { "b", 0, 0 },
  { "u", 0, 0 },
  { "mark", 0, 0 },
  { "bdi", 0, 0 },
  { "bdo", 0, 0 },
  { "span", 0, 0 },
  { "br", VOID, 0 },
  { "wbr", VOID, 0 },
  { "ins", 0, 0 },
  { "del", 0, 0 },
  { "picture", 0, 0 },
  { "img", VOID, USES_PICTURES },
  { "audio", 0, USES_MEDIA },
  { "video", 0, USES_MEDIA | USES_PICTURES },
  { "source", VOID, 0 },
  { "track", VOID, 0 },
  { "map", 0, 0 },
  { "area", VOID, 0 },
  { "canvas", 0, 0 },
  { "form", BLOCK, 0 },
  { "label", 0, 0 },
  { "input", VOID, 0 },
  { "button", 0, 0 },
  { "select", 0, 0 },
  { "datalist", 0, 0 },
  { "optgroup", 0, 0 },
  { "option", 0, 0 },
  { "textarea", RAW, 0 },
  { "output", 0, 0 },
  { "progress", 0, 0 },
  { "meter", 0, 0 },
  { "fieldset", BLOCK, 0 },
  { "legend", 0, 0 },
  { "svg", SHAPE, 0 },
  { "g", SHAPE, 0 },
  { "defs", SHAPE, 0 },
  { "symbol", SHAPE, 0 },
  { "use", SHAPE, 0 },
  { "desc", SHAPE, 0 },
  { "path", SHAPE, 0 },
  { "rect", SHAPE, 0 },
  { "circle", SHAPE, 0 },
  { "ellipse", SHAPE, 0 },
  { "line", SHAPE, 0 },
  { "polyline", SHAPE, 0 },
  { "polygon", SHAPE, 0 },
  { "text", SHAPE, 0 },
  { "tspan", SHAPE, 0 },
  { "lineargradient", SHAPE, 0 },
  { "radialgradient", SHAPE, 0 },
  { "stop", SHAPE, 0 },
  { "clippath", SHAPE, 0 },
  { "mask", SHAPE, 0 },
  { "pattern", SHAPE, 0 },
  { "marker", SHAPE, 0 },
};

/* Attributes that say nothing but what they say; so do “data-…” and “aria-…”. */
static const char *const plain_attributes[] = {
  "class", "lang", "xml:lang", "dir", "title", "role", "tabindex", "hidden", "inert", "accesskey",
  "translate", "contenteditable", "draggable", "spellcheck", "autofocus", "slot", "part", "is",
  "itemscope", "itemtype", "itemprop", "itemid", "itemref", "property", "vocab", "typeof",
  "resource", "prefix", "popover", "popovertarget", "popovertargetaction", "inputmode",
  "enterkeyhint", "autocapitalize", "nonce", "charset", "name", "media", "sizes", "hreflang",
  "target", "download", "referrerpolicy", "color", "fetchpriority", "blocking", "async", "defer",
  "nomodule", "alt", "width", "height", "loading", "decoding", "ismap", "usemap", "shape", "coords",
  "controls", "muted", "loop", "autoplay", "playsinline", "preload", "kind", "srclang", "label",
  "default", "crossorigin", "datetime", "cite", "open", "start", "reversed", "value", "span",
  "colspan", "rowspan", "headers", "scope", "abbr", "for", "form", "method", "enctype",
  "novalidate", "autocomplete", "accept", "accept-charset", "checked", "disabled", "readonly",
  "required", "multiple", "list", "max", "min", "maxlength", "minlength", "pattern", "placeholder",
  "size", "step", "cols", "rows", "wrap", "selected", "low", "high", "optimum", "dirname",
  /* drawings */
  "xmlns", "xmlns:xlink", "version", "viewbox", "preserveaspectratio", "focusable", "x", "y", "x1",
  "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "dx", "dy", "d", "points",
  "pathlength", "rotate", "textlength", "lengthadjust", "offset", "gradientunits",
  "gradienttransform", "spreadmethod", "patternunits", "patterncontentunits", "patterntransform",
  "clippathunits", "maskunits", "maskcontentunits", "markerunits", "refx", "refy", "markerwidth",
  "markerheight", "orient", "xml:space", NULL
};

/* Looks of a drawing: they may paint with what is in it. */
static const char *const paint_attributes[] = { "fill",
                                                "fill-opacity",
                                                "fill-rule",
                                                "stroke",
                                                "stroke-width",
                                                "stroke-linecap",
                                                "stroke-linejoin",
                                                "stroke-miterlimit",
                                                "stroke-dasharray",
                                                "stroke-dashoffset",
                                                "stroke-opacity",
                                                "opacity",
                                                "color",
                                                "clip-path",
                                                "clip-rule",
                                                "mask",
                                                "filter",
                                                "marker-start",
                                                "marker-mid",
                                                "marker-end",
                                                "stop-color",
                                                "stop-opacity",
                                                "font-family",
                                                "font-size",
                                                "font-weight",
                                                "font-style",
                                                "text-anchor",
                                                "dominant-baseline",
                                                "letter-spacing",
                                                "word-spacing",
                                                "text-decoration",
                                                "transform",
                                                "transform-origin",
                                                "display",
                                                "visibility",
                                                "overflow",
                                                "shape-rendering",
                                                "text-rendering",
                                                "vector-effect",
                                                "paint-order",
                                                "pointer-events",
                                                NULL };

/* <link rel>: these only tell; what is not here is fetched. */
static const char *const telling_relations[] = {
  "canonical", "alternate",      "author",           "license",  "help",
  "next",      "prev",           "search",           "bookmark", "me",
  "tag",       "privacy-policy", "terms-of-service", NULL
};

/* <meta http-equiv> */
static const char *const good_equivalents[] = { "content-type",    "content-language",
                                                "x-ua-compatible", "content-security-policy",
                                                "referrer-policy", NULL };

/* What has to be looked at in a value. */
typedef enum {
  ATTRIBUTE_UNKNOWN,
  ATTRIBUTE_PLAIN,
  ATTRIBUTE_ID,
  ATTRIBUTE_PAINT,
  ATTRIBUTE_REL,
  ATTRIBUTE_HREF,
  ATTRIBUTE_SRC,
  ATTRIBUTE_EQUIVALENT,
  ATTRIBUTE_CONTENT,
  ATTRIBUTE_TYPE,
  ATTRIBUTE_FETCH,
  ATTRIBUTE_ACTION,
  ATTRIBUTE_SET,
  ATTRIBUTE_STYLE,
} AttributeKind;

static const struct {
  const char *name;
  AttributeKind kind;
} special_attributes[] = {
  { "rel", ATTRIBUTE_REL },         { "href", ATTRIBUTE_HREF },
  { "xlink:href", ATTRIBUTE_HREF }, { "src", ATTRIBUTE_SRC },
  { "poster", ATTRIBUTE_FETCH },    { "http-equiv", ATTRIBUTE_EQUIVALENT },
  { "action", ATTRIBUTE_ACTION },   { "formaction", ATTRIBUTE_ACTION },
  { "srcset", ATTRIBUTE_SET },      { "imagesrcset", ATTRIBUTE_SET },
  { "style", ATTRIBUTE_STYLE },     { "id", ATTRIBUTE_ID },
  { "type", ATTRIBUTE_TYPE },       { "content", ATTRIBUTE_CONTENT },
};

/* A piece of a tag: the name in its “id”, or behind the “#” of its address. */
typedef struct {
  guint32 start, length; /* bytes; no length: there is none */
} Piece;

typedef struct {
  guint64 hash; /* 0: a free slot */
  char *bytes;  /* owned */
  guint32 length;
  gint16 element; /* index in `elements` */
  guint8 uses;
  guint8 opens : 1, closes : 1;
  guint8 is_data : 1; /* a script that browsers do not run */
  Piece id, fragment;
  /* The element that it began when it was seen last, up to its end tag; NULL when that was not the
   * same for all pages of this depth. */
  char *whole; /* owned */
  guint32 whole_length;
  guint8 whole_uses, n_misses;
} Tag;

/* The names on one page. */
typedef struct {
  const char *text;
  guint length;
  const char *at; /* the tag they stand in */
} Name;

typedef struct {
  gint16 element;
  guint8 uses; /* of what stands before it */
  guint32 tag_length;
  guint n_own; /* of the checker, when it was opened */
  gsize at;    /* offset in the page */
} Open;

struct PageChecker {
  const PageRules *rules;
  PageFaults *faults;
  guint8 lengths[G_N_ELEMENTS (elements)]; /* of the names of elements */
  gint16 paragraph;                        /* index in `elements` of <p> */
  GHashTable *names;                       /* name → index in `elements` + 1 */
  GHashTable *attributes;                  /* name → AttributeKind */
  guint64 seen[N_REMEMBERED];              /* hashes of tags that were seen once */
  Tag *tags;                               /* N_REMEMBERED */
  Open open[MOST_OPEN];
  guint n_open, n_paragraphs; /* elements that are open; <p> among them */
  GPtrArray
    *hashes; /* char, owned: what the policy allows inline; “s” or “c” (style, code) before */
  char *policies[N_USES];  /* of pages with nothing inline; made when first needed */
  GArray *ids, *fragments; /* Name: of the page */
  /* of the page that is looked at */
  const char *path;
  const PageMaker *maker; /* NULL: it is a file of its author */
  const GString *page;
  const PageBody *body; /* NULL: there is none, or it was passed */
  guint depth, n_faults;
  guint n_own; /* what was seen so far that is this page's own: it counts, or may mean another thing
                  elsewhere */
  guint uses;
  gsize head_end;      /* where the policy goes */
  gboolean is_lasting; /* the tag that is judged means the same on all pages of this depth */
};

/* --- faults --- */

static void fault (PageChecker *checker, const char *at, const char *advice, const char *format,
                   ...) G_GNUC_PRINTF (4, 5);

/* The page as its author knows it. */
static Source
shown_source (const PageChecker *checker, char **file)
{
  *file = checker->maker ? g_strdup (checker->path) : g_strconcat ("static/", checker->path, NULL);
  return (Source){ *file, checker->page->str, checker->page->len };
}

/* The template somebody has to look at; NULL when it is a file of its author. Caller frees. */
static char *
template_named (const PageChecker *checker)
{
  return checker->maker ? g_strdup_printf (_ ("templates/%s.mustache, or what it includes"),
                                           checker->maker->template)
                        : NULL;
}

/* The same, with the line of what is wrong at `at` where that can be known. */
static char *
place_in_template (const PageChecker *checker, const char *at)
{
  const PageMaker *maker = checker->maker;
  Place place = { 0, 0 };
  const Source *source =
    maker && maker->origin ? maker->origin (at - checker->page->str, &place, maker->data) : NULL;

  return source ? g_strdup_printf (_ ("%s, line %u"), source->path, place.line)
                : template_named (checker);
}

static void
fault (PageChecker *checker, const char *at, const char *advice, const char *format, ...)
{
  va_list args;

  checker->is_lasting = FALSE;
  checker->n_own++;
  if (++checker->n_faults > MOST_FAULTS)
    return;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  g_autofree char *file = NULL;
  const Source source = shown_source (checker, &file);
  g_autofree char *where = place_in_template (checker, at);
  page_faults_add (checker->faults, &source, source_place (&source, at - checker->page->str), where,
                   advice, text);
}

/* --- addresses --- */

/* What browsers make of the text of a value; NULL when there is a reference in it we do not know.
 */
static char *
value_text (const char *start, gsize length)
{
  static const struct {
    const char *reference;
    char letter;
  } known[] = {
    { "&amp;", '&' }, { "&quot;", '"' }, { "&#39;", '\'' }, { "&lt;", '<' }, { "&gt;", '>' }
  };
  if (memchr (start, '&', length) == NULL)
    return g_strndup (start, length);
  GString *text = g_string_sized_new (length);

  for (const char *p = start, *end = start + length; p < end;) {
    guint i = 0;
    while (*p == '&' && i < G_N_ELEMENTS (known) && !g_str_has_prefix (p, known[i].reference))
      i++;
    if (i == G_N_ELEMENTS (known)) {
      g_string_free (text, TRUE);
      return NULL;
    }
    g_string_append_c (text, *p == '&' ? known[i].letter : *p);
    p += *p == '&' ? strlen (known[i].reference) : 1;
  }
  return g_string_free (text, FALSE);
}

/* The path from the root of the site that `url` means on this page; NULL when it leads out. */
static char *
resolve (PageChecker *checker, const char *url)
{
  g_autofree char *path = g_strndup (url, strcspn (url, "?#"));
  g_autofree char *plain = strchr (path, '%') ? g_uri_unescape_string (path, NULL) : NULL;
  const char *rest = plain ? plain : path;
  guint ups = 0;

  if (plain == NULL && strchr (path, '%'))
    return NULL;
  if (*rest == '/')
    return g_str_has_prefix (rest, checker->rules->base)
             ? g_strdup (rest + strlen (checker->rules->base))
             : NULL;
  for (; g_str_has_prefix (rest, "../"); rest += 3)
    ups++;
  if (ups > checker->depth || strstr (rest, "../") || g_str_has_prefix (rest, "./"))
    return NULL;
  if (ups == checker->depth)
    return g_strdup (rest);
  checker->is_lasting = FALSE;
  const char *end = checker->path;
  for (guint i = 0; i < checker->depth - ups; i++)
    end = strchr (end, '/') + 1;
  return g_strdup_printf ("%.*s%s", (int) (end - checker->path), checker->path, rest);
}

/* The target of an address within the site, after reporting when it is not there; NULL then, and
 * when the address stays on the page. Caller frees. */
static char *
find_target (PageChecker *checker, const char *at, const char *url)
{
  if (*url == '#' || *url == '?' || *url == '\0')
    return NULL;
  char *target = resolve (checker, url);
  if (target && g_hash_table_contains (checker->rules->paths, target))
    return target;
  fault (checker, at,
         checker->maker ? _ ("write {{root}} before the path from the root of the site")
                        : _ ("write its path from the folder of this page"),
         _ ("there is nothing at “%s” on the site"), url);
  g_free (target);
  return NULL;
}

static gboolean
is_of_another_host (const char *url)
{
  g_autofree char *scheme = web_scheme (url);
  return scheme || g_str_has_prefix (url, "//") || strchr (url, '\\');
}

/* What the page fetches by itself comes from the site. */
static char *
check_fetch (PageChecker *checker, const char *at, const char *url)
{
  if (!is_of_another_host (url))
    return find_target (checker, at, url);
  fault (checker, at, _ ("put the file into static/ and name it from there"),
         _ ("a page asks nobody else for anything, but this one asks “%s”"), url);
  return NULL;
}

/* What is on the other page is asked when all are made; “#top” and what browsers look for by
 * themselves (“#:~:text=”) are on every one. */
static void
note_lead (PageChecker *checker, const char *at, const char *url, const char *target)
{
  const char *fragment = strchr (url, '#');
  g_autofree char *name = fragment ? g_uri_unescape_string (fragment + 1, NULL) : NULL;
  g_autofree char *file = NULL;

  if (name == NULL || *name == '\0' || strcmp (name, "top") == 0 || g_str_has_prefix (name, ":~:")
      || !g_str_has_suffix (target, ".html"))
    return;
  checker->is_lasting = FALSE; /* it is told how many pages lead there */
  const Source source = shown_source (checker, &file);
  g_autofree char *where = template_named (checker);
  page_faults_add_lead (checker->faults, &source, source_place (&source, at - checker->page->str),
                        where, target, name);
}

static void
check_link (PageChecker *checker, const char *at, const char *url)
{
  g_autofree char *scheme = web_scheme (url);

  if (scheme == NULL && !is_of_another_host (url)) {
    g_autofree char *target = find_target (checker, at, url);
    if (target)
      note_lead (checker, at, url, target);
  } else if (scheme == NULL || !web_scheme_is_safe (url))
    fault (checker, at, _ ("links lead to https://, http://, mailto:, tel: or a file"),
           _ ("a link cannot lead to “%s”"), url);
  else {
    WebFault wrong = web_link_fault (url, NULL);
    if (wrong != WEB_GOOD)
      fault (checker, at, web_fault_advice (wrong), web_fault_message (wrong), url);
  }
}

/* "a.png 1x, b.png 2x" */
static void
check_srcset (PageChecker *checker, const char *at, const char *set)
{
  g_auto (GStrv) candidates = g_strsplit (set, ",", -1);

  for (guint i = 0; candidates[i]; i++) {
    const char *url = g_strstrip (candidates[i]);
    g_autofree char *one = g_strndup (url, strcspn (url, " \t\n"));
    g_free (check_fetch (checker, at, one));
  }
}

static gboolean
is_of_this_host (const char *url, G_GNUC_UNUSED gpointer data)
{
  return !is_of_another_host (url);
}

gboolean
page_style_check (const Source *style, Report *report)
{
  g_autofree char *culprit = NULL;

  if (!style_check (style->text, style->length, is_of_this_host, NULL, &culprit)) {
    report_error (report, style, (Place){ 0, 0 },
                  _ ("put the file into static/ and name it from there"),
                  _ ("a page asks nobody else for anything, but this one asks “%s”"), culprit);
    return FALSE;
  }
  if (g_utf8_validate (style->text, (gssize) style->length, NULL))
    contrast_check (style, report);
  return TRUE;
}

static gboolean
stays_on_page (const char *url, G_GNUC_UNUSED gpointer data)
{
  return *url == '#';
}

/* --- attributes --- */

typedef struct {
  const char *element;
  const char *at; /* where the tag begins */
  Piece id, fragment, content;
  char *rel, *equivalent, *src, *href, *type; /* owned, or NULL */
} Attributes;

static void
attributes_clear (Attributes *attributes)
{
  g_free (attributes->rel);
  g_free (attributes->equivalent);
  g_free (attributes->src);
  g_free (attributes->href);
  g_free (attributes->type);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Attributes, attributes_clear)

/* Of two browsers take the first, and people the last. */
static void
keep (PageChecker *checker, const Attributes *tag, char **where, const char *value)
{
  if (*where)
    fault (checker, tag->at, _ ("keep one of them"), _ ("<%s> says the same in two ways"),
           tag->element);
  else
    *where = g_strdup (value);
}

static void
check_paint (PageChecker *checker, const Attributes *tag, const char *value)
{
  g_autofree char *culprit = NULL;

  if (!style_check (value, strlen (value), stays_on_page, NULL, &culprit))
    fault (checker, tag->at, _ ("paint with what is in the page: url(#name)"),
           _ ("a page asks nobody else for anything, but this one asks “%s”"), culprit);
}

static void
check_unknown (PageChecker *checker, const Attributes *tag, const char *name)
{
  if (g_str_has_prefix (name, "on"))
    fault (checker, tag->at, _ ("listen to it in a script in static/"),
           _ ("“%s”: scripts do not stand in attributes"), name);
  else
    fault (checker, tag->at, _ ("attributes of your own begin with “data-”"),
           _ ("the attribute “%s” is not known here"), name);
}

/* The part behind “#” of an address that stays on its page; without it a link leads to its top. */
static void
note_fragment (Attributes *tag, const char *start, const char *end)
{
  if (*start == '#' && end - start > 1)
    tag->fragment = (Piece){ start + 1 - tag->at, end - start - 1 };
}

static void
check_value (PageChecker *checker, Attributes *tag, AttributeKind kind, const char *value)
{
  switch (kind) {
  case ATTRIBUTE_REL:
    keep (checker, tag, &tag->rel, value);
    break;
  case ATTRIBUTE_HREF:
    keep (checker, tag, &tag->href, value);
    break;
  case ATTRIBUTE_SRC:
    keep (checker, tag, &tag->src, value);
    break;
  case ATTRIBUTE_TYPE:
    keep (checker, tag, &tag->type, value);
    break;
  case ATTRIBUTE_EQUIVALENT:
    keep (checker, tag, &tag->equivalent, value);
    break;
  case ATTRIBUTE_ACTION:
    checker->uses |= USES_FORMS;
    G_GNUC_FALLTHROUGH;
  case ATTRIBUTE_FETCH:
    g_free (check_fetch (checker, tag->at, value));
    break;
  case ATTRIBUTE_SET:
    check_srcset (checker, tag->at, value);
    break;
  case ATTRIBUTE_STYLE:
    fault (checker, tag->at, _ ("give the element a class and write the style into style.css"),
           _ ("styles do not stand in attributes; browsers would not follow this one"));
    break;
  default:
    check_paint (checker, tag, value);
  }
}

static gboolean
only_tells (const char *rel)
{
  g_auto (GStrv) words = g_strsplit (rel ? rel : "", " ", -1);

  for (guint i = 0; words[i]; i++)
    if (!g_strv_contains (telling_relations, words[i]))
      return FALSE;
  return words[0] != NULL;
}

static void
check_link_element (PageChecker *checker, const Attributes *tag)
{
  if (tag->href == NULL)
    return;
  if (only_tells (tag->rel)) {
    if (!is_of_another_host (tag->href))
      g_free (find_target (checker, tag->at, tag->href));
    if (g_strcmp0 (tag->type, "application/manifest+json") == 0)
      checker->uses |= USES_MANIFEST; /* giu-lai.js turns to it where there is a server */
    return;
  }
  g_free (check_fetch (checker, tag->at, tag->href));
  if (strstr (tag->rel ? tag->rel : "", "stylesheet"))
    checker->uses |= USES_STYLES;
  else if (g_strcmp0 (tag->rel, "manifest") == 0)
    checker->uses |= USES_MANIFEST;
  else if (strstr (tag->rel ? tag->rel : "", "icon"))
    checker->uses |= USES_PICTURES;
}

static void
check_script_element (PageChecker *checker, const Attributes *tag)
{
  const char *source = tag->src ? tag->src : tag->href; /* in drawings it is “href” */
  if (source == NULL)
    return;
  g_autofree char *target = check_fetch (checker, tag->at, source);
  checker->uses |= USES_SCRIPTS;
  if (target && !g_hash_table_contains (checker->rules->scripts, target))
    fault (checker, tag->at, _ ("scripts of a site are the files static/**/*.js"),
           _ ("“%s” is not a script of this site"), source);
}

/* An old address may lead on to the page that is now there, at once and within the site. */
static gboolean
leads_on (PageChecker *checker, const Attributes *tag, const char *equivalent)
{
  static const char at_once[] = "0; url=";
  g_autofree char *value = value_text (tag->at + tag->content.start, tag->content.length);

  if (strcmp (equivalent, "refresh") != 0 || value == NULL || !g_str_has_prefix (value, at_once)
      || is_of_another_host (value + strlen (at_once)))
    return FALSE;
  g_autofree char *target = resolve (checker, value + strlen (at_once));
  return target && g_hash_table_contains (checker->rules->paths, target);
}

static void
check_references (PageChecker *checker, const Attributes *tag)
{
  const char *name = tag->element;

  if (strcmp (name, "link") == 0)
    check_link_element (checker, tag);
  else if (strcmp (name, "script") == 0)
    check_script_element (checker, tag);
  else if (strcmp (name, "a") == 0 || strcmp (name, "area") == 0) {
    if (tag->href)
      check_link (checker, tag->at, tag->href);
  } else {
    if (tag->src)
      g_free (check_fetch (checker, tag->at, tag->src));
    if (tag->href && *tag->href != '#')
      fault (checker, tag->at, _ ("use what is drawn on the page: “#name”"),
             _ ("<%s> cannot lead to “%s”"), name, tag->href);
  }
  if (tag->equivalent) {
    g_autofree char *small = g_ascii_strdown (tag->equivalent, -1);
    if (!g_strv_contains (good_equivalents, small) && !leads_on (checker, tag, small))
      fault (checker, tag->at, _ ("leave it out"), _ ("a page does not do “%s” by itself"), small);
  }
}

static gboolean
is_space (char byte)
{
  return byte == ' ' || byte == '\n' || byte == '\t';
}

static AttributeKind
attribute_kind (PageChecker *checker, const char *name)
{
  if (g_str_has_prefix (name, "data-") || g_str_has_prefix (name, "aria-"))
    return ATTRIBUTE_PLAIN;
  return GPOINTER_TO_INT (g_hash_table_lookup (checker->attributes, name));
}

/* The value between `start` and `end` of the attribute. */
static void
check_attribute (PageChecker *checker, Attributes *tag, const char *name, const char *start,
                 const char *end)
{
  AttributeKind kind = attribute_kind (checker, name);

  if (kind == ATTRIBUTE_PLAIN)
    return;
  if (kind == ATTRIBUTE_ID) {
    tag->id = (Piece){ start - tag->at, end - start };
    return;
  }
  if (kind == ATTRIBUTE_CONTENT) {
    tag->content = (Piece){ start - tag->at, end - start };
    return;
  }
  if (kind == ATTRIBUTE_HREF)
    note_fragment (tag, start, end);
  if (kind == ATTRIBUTE_UNKNOWN) {
    check_unknown (checker, tag, name);
    return;
  }
  g_autofree char *value = value_text (start, end - start);
  if (value)
    check_value (checker, tag, kind, value);
  else
    fault (checker, tag->at, _ ("write “&” as &amp;"), _ ("a reference in “%s” is not known here"),
           name);
}

/* As HTML compares names. g_ascii_tolower() would be a call for each letter of each tag. */
static inline char
small_letter (char c)
{
  return g_ascii_isupper (c) ? (char) (c | 0x20) : c;
}

static const guint8 ends_attribute_name[256] = {
  [' '] = 1, ['\t'] = 1, ['\n'] = 1, ['\0'] = 1, ['='] = 1,
  ['"'] = 1, ['\''] = 1, ['<'] = 1,  ['>'] = 1,  ['/'] = 1,
};

/* The attribute at `p`; after it, or NULL after reporting. */
static const char *
read_attribute (PageChecker *checker, Attributes *tag, const char *p, const char *end)
{
  char name[32];
  gsize n = 0;

  for (; p + n < end && n < sizeof name - 1 && !ends_attribute_name[(guchar) p[n]]; n++)
    name[n] = small_letter (p[n]);
  name[n] = '\0';
  p += n;
  if (p == end || is_space (*p)) {
    check_attribute (checker, tag, name, p, p);
    return p;
  }
  char mark = *p == '=' && p + 1 < end ? p[1] : '\0';
  const char *close = mark == '"' || mark == '\'' ? memchr (p + 2, mark, end - p - 2) : NULL;
  if (close == NULL || n == 0 || (close + 1 < end && !is_space (close[1]))) {
    fault (checker, tag->at, _ ("write name=\"value\""), _ ("this tag is not well-formed"));
    return NULL;
  }
  check_attribute (checker, tag, name, p + 2, close);
  return close + 1;
}

/* --- tags --- */

/* Where the tag at `p` ends: after the first “>” outside quotation marks; NULL when nowhere. */
static const char *
tag_end (const char *p, const char *end)
{
  for (; p < end; p++) {
    if (*p == '>')
      return p + 1;
    if (*p == '"' || *p == '\'') {
      p = memchr (p + 1, *p, end - p - 1);
      if (p == NULL)
        return NULL;
    }
  }
  return NULL;
}

/* The index of an element, or -1. */
static int
find_element (PageChecker *checker, const char *name, gsize length)
{
  char small[16];

  if (length == 0 || length >= sizeof small)
    return -1;
  for (gsize i = 0; i < length; i++)
    small[i] = small_letter (name[i]);
  small[length] = '\0';
  return GPOINTER_TO_INT (g_hash_table_lookup (checker->names, small)) - 1;
}

/* Judges the tag from `at` to `end`. FALSE when the page cannot be read any further. */
static gboolean
judge (PageChecker *checker, const char *at, const char *end, Tag *judged)
{
  gboolean is_end = at[1] == '/';
  const char *name = at + 1 + is_end;
  gsize length = 0;

  while (g_ascii_isalnum (name[length]))
    length++;
  int element = find_element (checker, name, length);
  if (element < 0 || (!is_space (name[length]) && strchr ("/>", name[length]) == NULL)) {
    g_autofree char *shown = g_strndup (at, MIN (end - at, 40));
    fault (checker, at, _ ("write “<” that is meant as a sign as &lt;"),
           _ ("“%s” is not an element pages may have"), shown);
    return FALSE;
  }
  *judged = (Tag){ .element = element, .closes = is_end };
  gboolean is_closed = end[-2] == '/';
  const char *stop = end - 1 - is_closed;
  g_auto (Attributes) attributes = { .element = elements[element].name, .at = at };
  guint uses = checker->uses;
  checker->uses = elements[element].uses;
  for (const char *p = name + length; p && p < stop;)
    p = is_space (*p) ? p + 1 : read_attribute (checker, &attributes, p, stop);
  check_references (checker, &attributes);
  judged->uses = checker->uses;
  judged->is_data = g_strcmp0 (attributes.type, "application/ld+json") == 0
                    || g_strcmp0 (attributes.type, "application/json") == 0;
  judged->id = attributes.id;
  judged->fragment = attributes.fragment;
  checker->uses = uses;
  judged->opens =
    !is_end && !(elements[element].kind & VOID) && !(is_closed && elements[element].kind & SHAPE);
  return TRUE;
}

/* Of long tags only the ends: there are few, and all bytes are compared in the end. */
static guint64
hash_of (const char *bytes, gsize length, guint depth)
{
  if (length > 128) {
    bytes += length - 64;
    length = 64;
  }
  guint64 hash = 0x9E3779B97F4A7C15 * (length + 64 * depth + 1);
  guint64 word = 0;

  for (gsize i = 0; i + sizeof word < length; i += sizeof word) {
    memcpy (&word, bytes + i, sizeof word);
    hash = (hash ^ word) * 0xFF51AFD7ED558CCD;
    hash ^= hash >> 32;
  }
  /* The last bytes, of which some may be taken in already. */
  if (length >= sizeof word)
    memcpy (&word, bytes + length - sizeof word, sizeof word);
  else
    memcpy (&word, bytes, length);
  hash = (hash ^ word) * 0xC4CEB9FE1A85EC53;
  hash ^= hash >> 29;
  return hash ? hash : 1;
}

/* The tag of these bytes, or NULL. `pair` is where it would be. */
static Tag *
find_tag (Tag *pair, const char *bytes, gsize length, guint64 hash)
{
  for (guint i = 0; i < 2; i++)
    if (pair[i].hash == hash && pair[i].length == length
        && memcmp (pair[i].bytes, bytes, length) == 0)
      return &pair[i];
  return NULL;
}

static Tag *
remember_tag (Tag *pair, const Tag *tag, const char *bytes, gsize length, guint64 hash)
{
  g_free (pair[1].bytes);
  g_free (pair[1].whole);
  pair[1] = pair[0];
  pair[0] = *tag;
  pair[0].hash = hash;
  pair[0].length = length;
  pair[0].bytes = g_strndup (bytes, length);
  return &pair[0];
}

static Tag *
pair_of (PageChecker *checker, guint64 hash)
{
  return &checker->tags[hash & (N_REMEMBERED - 2)];
}

static gboolean
is_seen_again (PageChecker *checker, guint64 hash)
{
  guint64 *seen = &checker->seen[hash & (N_REMEMBERED - 1)];

  if (*seen == hash)
    return TRUE;
  *seen = hash;
  return FALSE;
}

/* The element that ends at `length` may be the same on the next page. */
static void
remember_whole (PageChecker *checker, const Open *open, gsize length)
{
  const char *at = checker->page->str + open->at;
  guint64 hash = hash_of (at, open->tag_length, checker->depth);
  Tag *tag = find_tag (pair_of (checker, hash), at, open->tag_length, hash);

  if (tag == NULL || tag->n_misses == MOST_MISSES)
    return;
  tag->n_misses++;
  g_free (tag->whole);
  tag->whole = g_strndup (at, length);
  tag->whole_length = length;
  tag->whole_uses = checker->uses;
}

/* After the element that `tag` begins, when all of it was seen before; else NULL. Whether it may
 * stand there was asked of the tag; a <p> around it would be closed by what is in it. */
static const char *
pass_whole (PageChecker *checker, Tag *tag, const char *at, const char *end)
{
  if (tag->whole == NULL || (gsize) (end - at) < tag->whole_length || checker->n_paragraphs > 0
      || memcmp (at, tag->whole, tag->whole_length) != 0)
    return NULL;
  tag->n_misses = 0;
  checker->uses |= tag->whole_uses;
  return at + tag->whole_length;
}

/* The tag at `at`, judged now or before; NULL when the page cannot be read any further. `next` is
 * after it. A tag that is remembered ends with its first “>”, so one look finds it. */
static Tag *
take_tag (PageChecker *checker, const char *at, const char *end, const char **next, Tag *scratch)
{
  const char *close = memchr (at, '>', end - at);
  gsize length = close ? close + 1 - at : 0;
  guint64 hash = hash_of (at, length, checker->depth);
  Tag *pair = pair_of (checker, hash);
  Tag *known = find_tag (pair, at, length, hash);

  *next = at + length;
  if (known)
    return known;
  *next = tag_end (at, end);
  if (*next == NULL) {
    fault (checker, at, _ ("close it with “>”"), _ ("this tag does not end"));
    return NULL;
  }
  checker->is_lasting = *next == at + length;
  if (!judge (checker, at, *next, scratch))
    return NULL;
  if (!checker->is_lasting)
    checker->n_own++;
  else if (is_seen_again (checker, hash))
    return remember_tag (pair, scratch, at, length, hash);
  return scratch;
}

/* --- the page --- */

static char *
sha256 (const char *text, gsize length)
{
  guint8 digest[32];
  gsize n = sizeof digest;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) text, length);
  g_checksum_get_digest (checksum, digest, &n);
  return g_base64_encode (digest, n);
}

static void
add_hash (PageChecker *checker, const char *mark, const char *digest)
{
  checker->n_own++;
  g_ptr_array_add (checker->hashes, g_strconcat (mark, digest, NULL));
}

static void
check_data (PageChecker *checker, const char *tag, const char *text, gsize length)
{
  gsize at;

  if (memchr (text, '<', length))
    fault (checker, tag, _ ("write it with {{json …}}"), _ ("there is “<” in data of a script"));
  else if (!json_check (text, length, &at))
    fault (checker, text + at, _ ("write it with {{json …}}"), _ ("this is not well-formed JSON"));
}

static void
check_inline_script (PageChecker *checker, const Tag *element, const char *tag, const char *text,
                     gsize length)
{
  g_autofree char *digest = NULL;

  if (length == 0)
    return;
  if (element->is_data) {
    check_data (checker, tag, text, length);
    return;
  }
  digest = sha256 (text, length);
  checker->uses |= USES_SCRIPTS;
  if (!g_hash_table_contains (checker->rules->digests, digest))
    fault (checker, tag, _ ("put it into static/ as a file and name that: <script src=\"…\">"),
           _ ("this script is not one of the files static/**/*.js"));
  else
    add_hash (checker, "c", digest);
}

static void
check_inline_style (PageChecker *checker, const char *tag, const char *text, gsize length)
{
  g_autofree char *culprit = NULL;
  g_autofree char *digest = sha256 (text, length);

  checker->uses |= USES_STYLES;
  if (!style_check (text, length, is_of_this_host, NULL, &culprit))
    fault (checker, tag, _ ("put the file into static/ and name it from there"),
           _ ("a page asks nobody else for anything, but this one asks “%s”"), culprit);
  else
    add_hash (checker, "s", digest);
}

static gboolean
is_in_drawing (const PageChecker *checker)
{
  guint n = checker->n_open; /* the last is the element itself */
  return n > 1 && elements[checker->open[n - 2].element].kind & SHAPE;
}

/* The text of a script, style or title, up to its end tag; NULL when there is none. Where such a
 * text ends depends on what is around it (HTML has six states for scripts, and drawings have none),
 * so there is no “<” in it but in our own scripts. */
static const char *
take_raw (PageChecker *checker, const Tag *tag, const char *at, const char *text, const char *end)
{
  const char *name = elements[tag->element].name;
  gboolean is_script = strcmp (name, "script") == 0;
  g_autofree char *mark = g_strconcat ("</", name, ">", NULL);
  const char *close = is_script && !is_in_drawing (checker)
                        ? memmem (text, (gsize) (end - text), mark, strlen (mark))
                        : memchr (text, '<', end - text);

  if (close == NULL || !g_str_has_prefix (close, mark)) {
    fault (checker, at, _ ("close what is opened, in turn"),
           _ ("<%s> is not closed, or has other elements in it"), name);
    return NULL;
  }
  if (is_script)
    check_inline_script (checker, tag, at, text, close - text);
  else if (strcmp (name, "style") == 0)
    check_inline_style (checker, at, text, close - text);
  return close;
}

/* Browsers close and move elements that stand where they may not; then they read another page than
 * we did. */
static void
check_position (PageChecker *checker, const Tag *tag, const char *at)
{
  guint kind = elements[tag->element].kind;
  int parent = checker->n_open > 0 ? checker->open[checker->n_open - 1].element : -1;
  guint outer = parent >= 0 ? elements[parent].kind : 0;

  if (kind & BLOCK && checker->n_paragraphs > 0)
    fault (checker, at, _ ("close the <p> before it, or make it a <div>"),
           _ ("<%s> cannot stand in a <p>"), elements[tag->element].name);
  else if (!(kind & GUEST) && (outer & ROWS) != (kind & PART ? ROWS : 0))
    fault (checker, at, _ ("a table has rows, a row has cells, and all else stands in cells"),
           _ ("<%s> cannot stand in <%s>"), elements[tag->element].name,
           parent >= 0 ? elements[parent].name : "body");
  else if (outer & SHAPE && !(kind & (SHAPE | GUEST)))
    fault (checker, at, _ ("close the <svg> before it"), _ ("<%s> cannot stand in <%s>"),
           elements[tag->element].name, elements[parent].name);
}

static void
open_element (PageChecker *checker, const Tag *tag, const char *at, gsize length)
{
  checker->open[checker->n_open++] = (Open){ .element = tag->element,
                                             .uses = checker->uses,
                                             .tag_length = length,
                                             .n_own = checker->n_own,
                                             .at = at - checker->page->str };
  checker->n_paragraphs += tag->element == checker->paragraph;
  checker->uses = tag->uses;
}

/* The last element that is open ends at `end`. <head> is where the policy goes, so it is
 * always looked at. */
static void
pop_element (PageChecker *checker, const char *end)
{
  const Open *open = &checker->open[--checker->n_open];
  gsize length = end - checker->page->str - open->at;

  checker->n_paragraphs -= open->element == checker->paragraph;
  if (length >= LEAST_WHOLE && length <= MOST_WHOLE && open->n_own == checker->n_own
      && checker->n_open >= 2)
    remember_whole (checker, open, length);
  checker->uses |= open->uses;
}

/* FALSE after reporting. */
static gboolean
close_element (PageChecker *checker, const Tag *tag, const char *at, const char *next)
{
  const Open *last = checker->n_open > 0 ? &checker->open[checker->n_open - 1] : NULL;

  if (last && last->element == tag->element) {
    pop_element (checker, next);
    return TRUE;
  }
  if (last)
    fault (checker, checker->page->str + last->at, _ ("close what is opened, in turn"),
           _ ("<%s> is not closed before </%s>"), elements[last->element].name,
           elements[tag->element].name);
  else
    fault (checker, at, _ ("close what is opened, in turn"), _ ("</%s> closes nothing"),
           elements[tag->element].name);
  return FALSE;
}

/* Whether a comment ends there depends on whether the reader runs scripts. */
static gboolean
is_in_noscript (const PageChecker *checker)
{
  for (guint i = 0; i < checker->n_open; i++)
    if (strcmp (elements[checker->open[i].element].name, "noscript") == 0)
      return TRUE;
  return FALSE;
}

/* After the comment of which `text` is what is in it. Browsers end comments in other ways as well
 * (“<!-->”, “--!>”), and then read on: those are not taken. NULL when it is none. */
static const char *
comment_end (const char *text, const char *end)
{
  const char *close = g_strstr_len (text, end - text, "-->");

  if (close == NULL || *text == '>' || g_str_has_prefix (text, "->")
      || g_strstr_len (text, close - text, "--!>"))
    return NULL;
  return close + 3;
}

/* A comment or the type of the document; NULL after reporting. */
static const char *
skip_declaration (PageChecker *checker, const char *at, const char *end)
{
  if (g_str_has_prefix (at, "<!--") && !is_in_noscript (checker)) {
    const char *close = comment_end (at + 4, end);
    checker->n_own++; /* in <noscript> it could not stand */
    if (close)
      return close;
  } else if (g_ascii_strncasecmp (at, "<!DOCTYPE html>", 15) == 0)
    return at + 15;
  fault (checker, at, _ ("write “<” that is meant as a sign as &lt;"),
         _ ("only comments and <!DOCTYPE html> begin with “<!”"));
  return NULL;
}

/* The policy goes behind <head>, or behind the encoding that follows it. */
static void
note_head (PageChecker *checker, const Tag *tag, const char *at, const char *next)
{
  gboolean is_head = strcmp (elements[tag->element].name, "head") == 0;
  gboolean follows =
    checker->head_end > 0 && at - checker->page->str <= (gssize) checker->head_end + 1;

  if (is_head || (follows && g_str_has_prefix (at, "<meta charset=")))
    checker->head_end = next - checker->page->str;
}

/* “</p>” where a <p> is open: half of all tags. NULL when it is something else. */
static const char *
take_expected_end (PageChecker *checker, const char *at)
{
  if (at[1] != '/' || checker->n_open == 0)
    return NULL;
  int element = checker->open[checker->n_open - 1].element;
  guint length = checker->lengths[element];
  if (strncmp (at + 2, elements[element].name, length) != 0 || at[2 + length] != '>')
    return NULL;
  pop_element (checker, at + 3 + length);
  return at + 3 + length;
}

static void
note_name (GArray *names, const Piece *piece, const char *at)
{
  const Name name = { at + piece->start, piece->length, at };
  g_array_append_val (names, name);
}

static void
note_names (PageChecker *checker, const Tag *tag, const char *at)
{
  checker->n_own++;
  if (tag->id.length > 0)
    note_name (checker->ids, &tag->id, at);
  if (tag->fragment.length > 0)
    note_name (checker->fragments, &tag->fragment, at);
}

static const char *
take_element (PageChecker *checker, const char *at, const char *end)
{
  const char *next = take_expected_end (checker, at);
  if (next)
    return next;
  Tag scratch;
  Tag *tag = take_tag (checker, at, end, &next, &scratch);

  if (tag == NULL)
    return NULL;
  if (checker->n_open <= 2 && !tag->closes)
    note_head (checker, tag, at, next);
  if (tag->closes)
    return close_element (checker, tag, at, next) ? next : NULL;
  if (tag->id.length + tag->fragment.length > 0)
    note_names (checker, tag, at);
  check_position (checker, tag, at);
  if (!tag->opens) {
    checker->uses |= tag->uses;
    return next;
  }
  const char *behind = pass_whole (checker, tag, at, end);
  if (behind)
    return behind;
  if (checker->n_open == MOST_OPEN) {
    fault (checker, at, _ ("close what is opened, in turn"), _ ("elements are nested too deeply"));
    return NULL;
  }
  open_element (checker, tag, at, next - at);
  gboolean is_raw = elements[tag->element].kind & RAW;
  /* A drawing may have a title, with elements of its own. */
  if (is_raw && !(is_in_drawing (checker) && strcmp (elements[tag->element].name, "title") == 0))
    return take_raw (checker, tag, at, next, end);
  return next;
}

gboolean
page_has_name (const char *page, const char *name)
{
  g_autofree char *attribute = g_strdup_printf (" id=\"%s\"", name);
  return strstr (page, attribute) != NULL;
}

/* Whether `fragment` is the name of something on the page. Names in the body were not noted. */
static gboolean
is_there (const PageChecker *checker, const Name *fragment)
{
  for (guint i = 0; i < checker->ids->len; i++) {
    const Name *id = &g_array_index (checker->ids, Name, i);
    if (id->length == fragment->length && memcmp (id->text, fragment->text, id->length) == 0)
      return TRUE;
  }
  g_autofree char *name = g_strndup (fragment->text, fragment->length);
  return page_has_name (checker->page->str, name) || strcmp (name, "top") == 0;
}

static void
check_fragments (PageChecker *checker)
{
  for (guint i = 0; i < checker->fragments->len; i++) {
    const Name *fragment = &g_array_index (checker->fragments, Name, i);
    if (!is_there (checker, fragment))
      fault (checker, fragment->at, _ ("write it as in the “id” of what is meant"),
             _ ("there is nothing called “%.*s” on this page"), (int) fragment->length,
             fragment->text);
  }
}

/* After the body of the document, when it stands at `p`; NULL when something else does. Where
 * browsers would move it, it is looked at like everything else. */
static const char *
pass_body (PageChecker *checker, const char *p, const char *end)
{
  const PageBody *body = checker->body;
  guint outer = checker->n_open > 0 ? elements[checker->open[checker->n_open - 1].element].kind : 0;

  if ((gsize) (end - p) < body->length || memcmp (p, body->text, body->length) != 0
      || checker->n_paragraphs > 0 || outer & (ROWS | SHAPE))
    return NULL;
  if (body->has_pictures)
    checker->uses |= USES_PICTURES;
  checker->body = NULL;
  checker->n_own++;
  return p + body->length;
}

static const char *
take_next (PageChecker *checker, const char *p, const char *end)
{
  /* Eight bytes tell most tags from the body. */
  if (checker->body && end - p >= 8 && memcmp (p, checker->body->text, 8) == 0) {
    const char *next = pass_body (checker, p, end);
    if (next)
      return next;
  }
  return p[1] == '!' ? skip_declaration (checker, p, end) : take_element (checker, p, end);
}

static gboolean
scan (PageChecker *checker)
{
  const char *p = checker->page->str;
  const char *end = p + checker->page->len;

  while (p && (p = memchr (p, '<', end - p)) != NULL)
    p = take_next (checker, p, end);
  if (checker->n_faults > 0)
    return FALSE;
  check_fragments (checker);
  if (checker->n_open > 0) {
    const Open *last = &checker->open[checker->n_open - 1];
    fault (checker, checker->page->str + last->at, _ ("close what is opened, in turn"),
           _ ("<%s> is not closed"), elements[last->element].name);
  } else if (checker->head_end == 0)
    fault (checker, checker->page->str, _ ("write <html>, <head> and <body>"),
           _ ("this page has no <head>"));
  return checker->n_faults == 0;
}

static void
append_directive (PageChecker *checker, GString *policy, const char *name, guint use, char mark)
{
  if (!(checker->uses & use))
    return;
  g_string_append_printf (policy, "; %s 'self'", name);
  for (guint i = 0; i < checker->hashes->len; i++) {
    const char *hash = checker->hashes->pdata[i];
    if (*hash == mark)
      g_string_append_printf (policy, " 'sha256-%s'", hash + 1);
  }
}

/* Nothing is allowed but what the page makes use of. Caller frees. */
static char *
policy_text (PageChecker *checker)
{
  GString *policy =
    g_string_new ("\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'");

  append_directive (checker, policy, "style-src", USES_STYLES, 's');
  append_directive (checker, policy, "script-src", USES_SCRIPTS, 'c');
  append_directive (checker, policy, "connect-src", USES_SCRIPTS, '\0');
  append_directive (checker, policy, "img-src", USES_PICTURES, '\0');
  append_directive (checker, policy, "media-src", USES_MEDIA, '\0');
  append_directive (checker, policy, "manifest-src", USES_MANIFEST, '\0');
  if (checker->rules->has_fonts)
    g_string_append (policy, "; font-src 'self'");
  g_string_append_printf (policy, "; base-uri 'none'; form-action '%s'\">",
                          checker->uses & USES_FORMS ? "self" : "none");
  return g_string_free (policy, FALSE);
}

static void
insert_policy (PageChecker *checker, GString *page)
{
  if (checker->rules->has_fonts)
    checker->uses |= USES_PICTURES;
  char **known = &checker->policies[checker->uses];
  if (*known == NULL || checker->hashes->len > 0) {
    g_free (*known);
    *known = policy_text (checker);
  }
  g_string_insert (page, checker->head_end, *known);
  if (checker->hashes->len > 0)
    g_clear_pointer (known, g_free);
}

gboolean
page_check (PageChecker *checker, const char *path, GString *page, const PageBody *body,
            const PageMaker *maker)
{
  checker->path = path;
  checker->maker = maker;
  checker->page = page;
  checker->body = body && body->length >= 8 ? body : NULL;
  checker->depth = 0;
  for (const char *p = path; (p = strchr (p, '/')) != NULL; p++)
    checker->depth++;
  checker->n_faults = 0;
  checker->uses = 0;
  checker->head_end = 0;
  checker->n_open = checker->n_paragraphs = 0;
  g_ptr_array_set_size (checker->hashes, 0);
  g_array_set_size (checker->ids, 0);
  g_array_set_size (checker->fragments, 0);
  if (!scan (checker))
    return FALSE;
  insert_policy (checker, page);
  return TRUE;
}

static void
add_attributes (PageChecker *checker, const char *const *names, AttributeKind kind)
{
  for (; *names; names++)
    g_hash_table_insert (checker->attributes, (gpointer) *names, GINT_TO_POINTER (kind));
}

PageChecker *
page_checker_new (const PageRules *rules, PageFaults *faults)
{
  PageChecker *checker = g_new0 (PageChecker, 1);

  checker->rules = rules;
  checker->faults = faults;
  checker->names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    g_hash_table_insert (checker->names, (gpointer) elements[i].name, GINT_TO_POINTER (i + 1));
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    checker->lengths[i] = strlen (elements[i].name);
  checker->paragraph = find_element (checker, "p", 1);
  checker->attributes = g_hash_table_new (g_str_hash, g_str_equal);
  add_attributes (checker, plain_attributes, ATTRIBUTE_PLAIN);
  add_attributes (checker, paint_attributes, ATTRIBUTE_PAINT);
  for (guint i = 0; i < G_N_ELEMENTS (special_attributes); i++)
    g_hash_table_insert (checker->attributes, (gpointer) special_attributes[i].name,
                         GINT_TO_POINTER (special_attributes[i].kind));
  checker->tags = g_new0 (Tag, N_REMEMBERED);
  checker->hashes = g_ptr_array_new_with_free_func (g_free);
  checker->ids = g_array_new (FALSE, FALSE, sizeof (Name));
  checker->fragments = g_array_new (FALSE, FALSE, sizeof (Name));
  return checker;
}

void
page_checker_free (PageChecker *checker)
{
  if (checker == NULL)
    return;
  g_hash_table_unref (checker->names);
  g_hash_table_unref (checker->attributes);
  for (guint i = 0; i < N_REMEMBERED; i++) {
    g_free (checker->tags[i].bytes);
    g_free (checker->tags[i].whole);
  }
  g_free (checker->tags);
  g_ptr_array_unref (checker->hashes);
  g_array_unref (checker->ids);
  g_array_unref (checker->fragments);
  for (guint i = 0; i < N_USES; i++)
    g_free (checker->policies[i]);
  g_free (checker);
}
