/* SPDX-License-Identifier: MIT */
#include "scene.h"

/* Builds elements from a line of text, and places its words, a line each: "ul(li(Một) li(Hai
 * ul(li(Ba))))"; "img[alt=Bản đồ]()",
 * "!" before words: not placed; "*•|" before words: a marker. */
typedef struct {
  Scene *scene;
  const char *p;
  double y;
} Reader;

static void read_children (Reader *reader, Element *parent);

static void
read_element (Reader *reader, Element *parent, const char *name, gsize length)
{
  g_autofree char *element_name = g_strndup (name, length);
  g_autofree char *attributes = NULL;
  if (*reader->p == '[') {
    const char *end = strchr (reader->p, ']');
    attributes = g_strndup (reader->p + 1, end - reader->p - 1);
    reader->p = end + 1;
  }
  g_assert_cmpint (*reader->p++, ==, '(');
  Element *element = scene_element (reader->scene, parent, element_name, attributes);
  if (g_str_equal (element_name, "img") || g_str_equal (element_name, "svg")) {
    static Drawing dot = { .width = 1, .height = 1 };
    if (dot.paths == NULL)
      dot.paths = g_ptr_array_new ();
    scene_add (reader->scene, (Placed){ .kind = PLACED_DRAWING,
                                        .element = element,
                                        .x = 85,
                                        .y = reader->y,
                                        .width = 10,
                                        .height = 10,
                                        .drawing = &dot });
  }
  read_children (reader, element);
  g_assert_cmpint (*reader->p++, ==, ')');
}

static void
place_words (Reader *reader, Element *parent, const char *words)
{
  gboolean is_marker = *words == '*';
  scene_text (reader->scene, parent, words);
  if (*words == '!')
    return;
  Placed *item = scene_write (reader->scene, parent, SERIF, 13, words + is_marker, 85, reader->y);
  item->role = is_marker ? ROLE_MARKER : ROLE_CONTENT;
  reader->y += 15;
}

static void
read_children (Reader *reader, Element *parent)
{
  while (*reader->p && *reader->p != ')') {
    while (*reader->p == ' ')
      reader->p++;
    const char *start = reader->p;
    gsize length = strcspn (start, "([) ");
    if (start[length] == '(' || start[length] == '[') {
      reader->p += length;
      read_element (reader, parent, start, length);
      continue;
    }
    length = strcspn (start, "()");
    if (start[length] == '(') /* the last word is a name */
      while (start[length - 1] != ' ')
        length--;
    const char *bracket = memchr (start, '[', length);
    if (bracket) {
      length = bracket - start;
      while (start[length - 1] != ' ')
        length--;
    }
    g_autofree char *words = g_strstrip (g_strndup (start, length));
    g_auto (GStrv) pieces = g_strsplit (words, "|", -1);
    for (guint i = 0; pieces[i] && *pieces[i]; i++)
      place_words (reader, parent, pieces[i]);
    reader->p = start + length;
  }
}

static Scene *
scene_of (const char *text)
{
  Scene *scene = scene_new ();
  Reader reader = { scene, text, 80 };
  read_children (&reader, scene_body (scene));
  return scene;
}

/* The tree as poppler reads it, names and texts alone: "Document(P("Một"))". Caller frees. */
static char *
tag_tree_of (GString *pdf)
{
  g_autofree char *said = asked (pdf, "pdfinfo -struct-text %");
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);
  GString *tree = g_string_new (NULL);
  int depth = -1;

  for (guint i = 0; lines[i] && *lines[i]; i++) {
    int indent = strspn (lines[i], " ") / 2;
    const char *name = lines[i] + indent * 2;
    if (strstr (lines[i], " /")) /* an attribute */
      continue;
    g_autofree char *bare = *name == '"' ? g_strdup (name) : g_strndup (name, strcspn (name, " :"));
    for (; depth >= indent; depth--)
      g_string_append_c (tree, ')');
    if (tree->len > 0 && tree->str[tree->len - 1] == ')')
      g_string_append_c (tree, ' ');
    g_string_append_printf (tree, "%s(", bare);
    depth = indent;
  }
  for (; depth >= 0; depth--)
    g_string_append_c (tree, ')');
  g_autoptr (GRegex) empty = g_regex_new ("\\(\\)", 0, 0, NULL);
  char *result = g_regex_replace_literal (empty, tree->str, -1, 0, "", 0, NULL);
  g_string_free (tree, TRUE);
  return result;
}

static void
test_trees (void)
{
  static const struct {
    const char *source, *tree;
  } rows[] = {
    { "p(Một) p(Hai b(ba) tư)", "Document(P(\"Một\") P(\"Haibatư\"))" },
    { "div(Lời) div(p(Trong) Ngoài b(nữa) p(Lại))",
      "Document(P(\"Lời\") P(\"Trong\") P(\"Ngoàinữa\") P(\"Lại\"))" },
    { "div(A p(B)) div(C p(D))", "Document(P(\"A\") P(\"B\") P(\"C\") P(\"D\"))" },
    { "section(article(p(A) B) aside(p(C)))",
      "Document(Sect(Art(P(\"A\") P(\"B\")) Sect(P(\"C\"))))" },
    { "div(div(div(p(A))))", "Document(P(\"A\"))" },
    { "div[lang=en](p(A)) p(B span[lang=en](C) D)",
      "Document(Div(P(\"A\")) P(\"B\" Span(\"C\") \"D\"))" },
    { "h2(A) h2(B) h4(C) h1(D) h3(E)",
      "Document(H1(\"A\") H1(\"B\") H2(\"C\") H1(\"D\") H2(\"E\"))" },
    { "ul(li(*•|Một) li(*•| p(Hai) ul(li(*•|Ba))))",
      "Document(L(LI(Lbl(\"•\") LBody(\"Một\")) LI(Lbl(\"•\") LBody(P(\"Hai\") L(LI(Lbl(\"•\") "
      "LBody(\"Ba\")))))))" },
    { "ul(Lạc)", "Document(L(LI(LBody(\"Lạc\"))))" },
    { "li(Lạc)", "Document(P(\"Lạc\"))" },
    { "dl(dt(A) dd(B) dd(C) dt(D) dd(p(E)))",
      "Document(L(LI(Lbl(\"A\") LBody(\"B\") LBody(\"C\")) LI(Lbl(\"D\") LBody(P(\"E\")))))" },
    { "blockquote(p(A) B)", "Document(BlockQuote(P(\"A\") P(\"B\")))" },
    { "table(caption(!x) thead(tr(th(A) th(B))) tbody(tr(td(C) td(!x))))",
      "Document(Table(THead(TR(TH(\"A\") TH(\"B\"))) TBody(TR(TD(\"C\") TD))))" },
    { "table(caption(Bảng) tr(th(A) td(B)))",
      "Document(Table(Caption(\"Bảng\") TR(TH(\"A\") TD(\"B\"))))" },
    { "table(thead(tr(th(A))) tr(td(B)) tr(td(C)))",
      "Document(Table(THead(TR(TH(\"A\"))) TBody(TR(TD(\"B\")) TR(TD(\"C\")))))" },
    { "table(thead(tr(th(A))))", "Document(Table(TR(TH(\"A\"))))" },
    { "table(tr(p(A)) B)", "Document(Table(TR(TD(P(\"A\"))) TR(TD(\"B\"))))" },
    { "table[role=presentation](tr(td(A) td(B)))", "Document(P(\"A\") P(\"B\"))" },
    { "td(Lạc) tr(td(Loài))", "Document(P(\"Lạc\") P(\"Loài\"))" },
    { "p(Ảnh img[alt=Bản đồ]() đây)", "Document(P(\"Ảnh\" Figure(\"\") \"đây\"))" },
    { "figure(img[alt=Bản đồ]() figcaption(Lời))", "Document(Figure(\"\" Caption(\"Lời\")))" },
    { "p(Ảnh) img[alt=]() img() svg[aria-label=Mã]()", "Document(P(\"Ảnh\") Figure(\"\"))" },
    { "p(A) div[aria-hidden=true](p(B img[alt=x]()))", "Document(P(\"A\"))" },
    { "div[role=heading|aria-level=1](A) div[role=list](div[role=listitem](B))",
      "Document(H1(\"A\") L(LI(LBody(\"B\"))))" },
    { "p(code(A) q(B) abbr[title=Ủy ban](C))",
      "Document(P(Code(\"A\") Quote(\"B\") Span(\"C\")))" },
    { "p(a[href=https://x.vn](A) a(B))", "Document(P(Link(\"A\" Object) \"B\"))" },
    { "a[href=https://x.vn](A) p(a[href=#khong](B))",
      "Document(P(Link(\"A\" Object)) P(Span(\"B\")))" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_of (rows[i].source);
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    g_autofree char *tree = tag_tree_of (pdf);
    g_test_message ("%s", rows[i].source);
    g_assert_cmpstr (tree, ==, rows[i].tree);
    g_free (checked (pdf));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structure/trees", test_trees);
  return g_test_run ();
}
