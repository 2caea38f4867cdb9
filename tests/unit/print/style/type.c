/* SPDX-License-Identifier: MIT */
#include "print/style/type.h"

#include "../../support.h"

/* Values, between “|”, that are to be read, and such that are not. */
static const struct {
  const char *name, *good, *bad;
} rows[] = {
  { "font-size", "12pt|1.2em|150%|medium|xx-small|larger|smaller|0", "-1pt|12|huge|1pt 2pt" },
  { "color", "red|#123|rgb(1,2,3)|currentcolor|transparent", "reddish|1|rgb(1,2)" },
  { "font-family", "serif|'Times New Roman', Tinos, serif|Times New Roman|\"Be Vietnam Pro\"",
    "|a,|,a|12|'a,b'|''" },
  { "font-weight", "normal|bold|bolder|lighter|400|350|1000", "0|heavy|-100|1.5|1001pt" },
  { "font-style", "normal|italic|oblique", "slanted|1" },
  { "line-height", "normal|1.3|0|14pt|120%", "-1|tight|auto" },
  { "text-align", "left|right|center|justify|start|end|CENTER", "middle|centre|left right" },
  { "text-indent", "1cm|-1em|10%|0", "1|auto" },
  { "text-transform", "none|uppercase|lowercase|capitalize", "upper" },
  { "letter-spacing", "normal|.1em|-1pt", "10%|1" },
  { "white-space", "normal|nowrap|pre|pre-wrap|pre-line", "break-spaces" },
  { "overflow-wrap", "normal|anywhere|break-word", "none" },
  { "word-wrap", "break-word", "none" },
  { "list-style-type",
    "none|disc|circle|square|decimal|lower-alpha|lower-latin|upper-alpha|lower-roman|upper-roman|'"
    "– '",
    "hebrew|url(a)" },
  { "list-style-position", "inside|outside", "left" },
  { "orphans", "1|2|99", "0|-1|1.5|auto" },
  { "widows", "3", "0" },
  { "border-collapse", "collapse|separate", "none" },
  { "border-spacing", "2px|1mm 2mm|0", "-1px|1|1px 2px 3px|10%" },
  { "caption-side", "top|bottom", "left" },
  { "visibility", "visible|hidden", "collapse" },
  { "display",
    "none|block|inline|inline-block|list-item|flex|table|table-row|table-cell|table-header-group|"
    "table-caption",
    "grid|inline-flex|contents" },
  { "position", "static|relative|absolute|fixed", "sticky" },
  { "float", "none|footnote", "" },
  { "top", "auto|1mm|-1mm|50%", "1|none" },
  { "left", "auto|1mm", "none" },
  { "margin-top", "auto|1mm|-1mm|10%|1em|0", "none|1|1mm 2mm" },
  { "margin-inline-start", "1mm", "none" },
  { "padding-left", "1mm|10%|0", "auto|-1mm" },
  { "border-top-width", "thin|medium|thick|1pt|0", "-1pt|10%|fat" },
  { "border-top-style", "none|hidden|solid|dashed|dotted|double", "groove|wavy" },
  { "border-top-color", "red|currentcolor", "1pt" },
  { "border-top-left-radius", "1mm|0|50%", "-1mm|-5%|1mm 2mm|auto" },
  { "overflow", "visible|hidden|clip", "auto|scroll|hidden clip" },
  { "object-fit", "fill|contain|cover|none|scale-down", "auto|cover fill" },
  { "object-position",
    "50%|10% 20%|left|top|bottom right|right bottom|center|center top|1mm -2mm|left 10%|0 bottom",
    "auto|left right|top bottom|10% left|1mm 2mm 3mm|right 1mm bottom 2mm" },
  { "width", "auto|1mm|50%|0", "-1mm|none|min-content|calc(1mm + 2mm)" },
  { "min-height", "auto|1mm|50%", "none|-1mm" },
  { "max-width", "none|1mm|50%", "auto|-1mm" },
  { "box-sizing", "content-box|border-box", "padding-box" },
  { "background-color", "red|transparent", "none|url(a)" },
  { "text-decoration-line", "none|underline|line-through|overline|underline overline",
    "blink|none underline|underline none" },
  { "vertical-align", "baseline|top|middle|bottom|sub|super|2pt|-2pt|10%", "text-top|center" },
  { "break-before", "auto|avoid|page|always|left|right|column|recto|verso", "none" },
  { "page-break-after", "always|avoid|left|right|auto", "none" },
  { "break-inside", "auto|avoid|avoid-page|avoid-column", "page" },
  { "page", "auto|cover", "1|a b" },
  { "transform", "none|rotate(0)|rotate(-30deg)|rotate( .25turn )|rotate(1rad)|rotate(100grad)",
    "rotate(30)|rotate(1deg|scale(2)|rotate(1deg) rotate(1deg)|rotate()" },
  { "flex-direction", "row|column", "row-reverse" },
  { "flex-wrap", "wrap|nowrap", "wrap-reverse" },
  { "justify-content",
    "normal|flex-start|start|left|flex-end|center|space-between|space-around|space-evenly",
    "justify|top" },
  { "align-items", "normal|stretch|flex-start|end|center|baseline", "auto|top" },
  { "align-self", "auto|stretch|center", "top" },
  { "flex-grow", "0|1|1.5", "-1|auto" },
  { "flex-basis", "auto|1mm|50%|0", "-1mm|content" },
  { "row-gap", "normal|1mm|1em", "10%|-1mm|auto" },
  { "column-gap", "normal|1mm", "auto" },
  { "table-layout", "auto|fixed", "none" },
  { "column-count", "auto|1|2", "0|-1|1.5" },
  { "column-fill", "balance|auto", "balance-all|1" },
  { "column-width", "auto|1mm", "10%|-1mm" },
  { "content",
    "none|normal|''|'a' 'b'|attr(title)|counter(page)|counter(c, upper-roman)|string(s)|string(s, "
    "first)|string(s, last)|content()|content(text)|'Trang ' counter(page) '/' counter(pages)",
    "a|url(a)|counter()|counter(1)|counter(c, x)|attr('a')|string(s, "
    "middle)|content(before)|counter(c" },
  { "counter-reset", "none|a|a 2|a -1 b c 3", "1|a 1.5|none a|'a'" },
  { "counter-increment", "none|a|a 2 b", "1" },
  { "string-set", "none|a content()|a 'x' attr(title), b counter(page)",
    "a|a 1|a content(),|1 content()" },
  { "size", "A4|a5|letter|A3 landscape|portrait A6|148mm 210mm|10cm",
    "A9|landscape|0 0|-1mm 1mm|1em 2em|A4 10mm|landscape 10mm|A4 landscape "
    "portrait|10m|6000mm|100% 100%|10mm 0" },
  { "marks", "none|crop", "cross|crop cross" },
  { "bleed", "auto|3mm|0", "-1mm|10%" },
};

static gboolean
is_read (const char *name, const char *css)
{
  Source source = { "a.css", css, strlen (css) };
  g_autoptr (Arena) arena = arena_new ();
  g_autoptr (Report) report = report_new ();
  CssValue value;
  Css reader;

  css_init (&reader, &source, css, source.length, (Place){ 1, 1 }, arena, report);
  gboolean is_good =
    property_read (property_find (name), css_collect (&reader, ";"), arena, &value);
  css_finish (&reader);
  return is_good;
}

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) good = g_strsplit (rows[i].good, "|", -1);
    g_auto (GStrv) bad = g_strsplit (rows[i].bad, "|", -1);
    g_assert_nonnull (property_find (rows[i].name));
    for (guint j = 0; good[j]; j++)
      if (!is_read (rows[i].name, good[j]))
        g_error ("%s: %s is not read", rows[i].name, good[j]);
    for (guint j = 0; bad[j]; j++)
      if (is_read (rows[i].name, bad[j]))
        g_error ("%s: %s is read", rows[i].name, bad[j]);
    g_assert_false (is_read (rows[i].name, ""));
    g_assert_true (is_read (rows[i].name, "inherit"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/type/values", test_values);
  return g_test_run ();
}
