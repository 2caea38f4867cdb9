/* SPDX-License-Identifier: MIT */
#include "render/print/style/computing.h"

#include "../page_kit.h"

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
  { "top", "auto|1mm|-1mm|50%", "1|none" },
  { "left", "auto|1mm", "none" },
  { "margin-top", "auto|1mm|-1mm|10%|1em|0", "none|1|1mm 2mm" },
  { "margin-inline-start", "1mm", "none" },
  { "padding-left", "1mm|10%|0", "auto|-1mm" },
  { "border-top-width", "thin|medium|thick|1pt|0", "-1pt|10%|fat" },
  { "border-top-style", "none|hidden|solid|dashed|dotted|double", "groove|wavy" },
  { "border-top-color", "red|currentcolor", "1pt" },
  { "border-top-left-radius", "1mm|0", "-1mm|50%|1mm 2mm" },
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
  { "column-width", "auto|1mm", "10%|-1mm" },
  { "content",
    "none|normal|''|'a' 'b'|attr(title)|counter(page)|counter(c, upper-roman)|string(s)|string(s, "
    "first)|content()|content(text)|'Trang ' counter(page) '/' counter(pages)",
    "a|url(a)|counter()|counter(1)|counter(c, x)|attr('a')|string(s, "
    "last)|content(before)|counter(c" },
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
  Value value;
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

static void
test_table (void)
{
  for (guint i = 0; i < n_properties; i++) {
    const Property *property = &properties[i];
    g_autofree char *form = property_form (property);
    g_test_message ("%s", property->name);
    g_assert_true (property_find (property->name) == property);
    g_assert_cmpuint (property_number (property), ==, i);
    g_assert_cmpstr (form, !=, "");
    g_assert_cmpuint (property->offset + property->type->size, <=, sizeof (Box));
    /* where values go does not overlap, and what is inherited is inherited whole */
    for (guint j = 0; j < i; j++)
      g_assert_true (properties[j].offset + properties[j].type->size <= property->offset
                     || property->offset + property->type->size <= properties[j].offset);
    g_assert_true (property->offset + property->type->size <= offsetof (Style, display)
                   || property->offset >= offsetof (Style, display));
  }
  g_assert_null (property_find ("colour"));
  g_assert_null (property_find (""));
}

/* A byte of every member of a style belongs to some property: nothing in style.h is out of reach.
 */
static void
test_all_members (void)
{
  static const guint members[] = {
#define MEMBER(name) offsetof (Style, name)
    MEMBER (families),
    MEMBER (font_size),
    MEMBER (font_weight),
    MEMBER (is_italic),
    MEMBER (colour),
    MEMBER (line_height_kind),
    MEMBER (line_height),
    MEMBER (text_align),
    MEMBER (text_indent),
    MEMBER (text_transform),
    MEMBER (letter_spacing),
    MEMBER (white_space),
    MEMBER (breaks_anywhere),
    MEMBER (list_kind),
    MEMBER (list_text),
    MEMBER (list_inside),
    MEMBER (orphans),
    MEMBER (widows),
    MEMBER (collapses_borders),
    MEMBER (border_spacing_x),
    MEMBER (border_spacing_y),
    MEMBER (caption_below),
    MEMBER (is_hidden),
    MEMBER (display),
    MEMBER (position),
    MEMBER (inset[3]),
    MEMBER (margin[3]),
    MEMBER (padding[3]),
    MEMBER (border[3]),
    MEMBER (radius[3]),
    MEMBER (width),
    MEMBER (height),
    MEMBER (min_width),
    MEMBER (min_height),
    MEMBER (max_width),
    MEMBER (max_height),
    MEMBER (is_border_box),
    MEMBER (background),
    MEMBER (decoration),
    MEMBER (vertical_kind),
    MEMBER (vertical_raise),
    MEMBER (break_before),
    MEMBER (break_after),
    MEMBER (avoids_break_inside),
    MEMBER (page),
    MEMBER (rotation),
    MEMBER (is_flex_column),
    MEMBER (flex_wraps),
    MEMBER (justify_content),
    MEMBER (align_items),
    MEMBER (align_self),
    MEMBER (flex_grow),
    MEMBER (flex_shrink),
    MEMBER (flex_basis),
    MEMBER (row_gap),
    MEMBER (column_gap),
    MEMBER (is_fixed_table),
    MEMBER (column_count),
    MEMBER (column_width),
    MEMBER (column_rule),
    MEMBER (content),
    MEMBER (n_content),
    MEMBER (counter_resets),
    MEMBER (n_counter_resets),
    MEMBER (counter_increments),
    MEMBER (n_counter_increments),
    MEMBER (string_sets),
    MEMBER (n_string_sets),
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    gboolean is_reached = FALSE;
    for (guint j = 0; j < n_properties; j++)
      is_reached |= properties[j].offset <= members[i]
                    && members[i] < properties[j].offset + properties[j].type->size;
    if (!is_reached)
      g_error ("no property reaches byte %u", members[i]);
  }
}

/* inherit, initial and unset of every property, below a parent that has all of them set. */
static void
test_wide (void)
{
  GString *css = g_string_new ("#a {");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!property_is_of_page (property_find (rows[i].name))) {
      g_auto (GStrv) good = g_strsplit (rows[i].good, "|", -1);
      g_string_append_printf (css, "%s: %s;", rows[i].name, good[g_strv_length (good) - 1]);
    }
  g_string_append (css, "border-style: solid; column-rule-style: solid } #b {");
  for (guint i = 0; i < n_properties; i++)
    if (!property_is_of_page (&properties[i]))
      g_string_append_printf (css, "%s: inherit;", properties[i].name);
  g_string_append (css, "} #c {");
  for (guint i = 0; i < n_properties; i++)
    if (!property_is_of_page (&properties[i]))
      g_string_append_printf (css, "%s: initial;", properties[i].name);
  g_string_append (css, "}");

  g_auto (Page) page;
  page_open_body (&page, css->str, "<div id='a'><div id='b'/><div id='c'/></div>");
  g_autofree char *faults = report_text (page.report);
  g_assert_cmpstr (faults, ==, "");
  g_assert_true (page_style (&page, "b") == page_style (&page, "a"));
  const Style *c = page_style (&page, "c");
  g_assert_cmpmem (c, offsetof (Style, display), style_initial (), offsetof (Style, display));
  g_string_free (css, TRUE);
}

static void
test_computed (void)
{
  g_auto (Page) page;
  page_open_body (
    &page,
    "#a { font-size: xx-large; font-weight: 640; font-family: 'Be Vietnam Pro', sans-serif; "
    "transform: rotate(.25turn); border: medium solid;"
    "vertical-align: 50%; line-height: 2; column-gap: 1em; border-spacing: 1em 2pt; color: red }"
    "#b { font-size: smaller; font-weight: bolder; border: none; vertical-align: super; "
    "list-style-type: '– '; align-self: center }"
    "#c { font-weight: lighter; border: 2pt none blue; display: flex } #d { border-left-style: "
    "dotted; width: -0px; margin: -0pt }",
    "<p id='a'><b id='b'/></p><p id='c'><span id='d'/></p>");
  const Style *a = page_style (&page, "a"), *b = page_style (&page, "b"),
              *c = page_style (&page, "c"), *d = page_style (&page, "d");

  g_assert_cmpuint (report_n_errors (page.report), ==, 0);
  g_assert_cmpfloat (a->font_size, ==, 24);
  g_assert_cmpuint (a->font_weight, ==, 600);
  g_assert_cmpstr (a->families, ==, "Be Vietnam Pro,sans-serif");
  g_assert_cmpfloat (a->rotation, ==, 90);
  g_assert_cmpfloat (a->border[SIDE_TOP].width, ==, 2.25);
  g_assert_true (colour_equal (a->border[SIDE_TOP].colour, (Colour){ 255, 0, 0, FALSE }));
  g_assert_cmpint (a->vertical_kind, ==, VERTICAL_RAISED);
  g_assert_cmpfloat (a->vertical_raise, ==, 24);
  g_assert_cmpfloat (a->column_gap, ==, 24);
  g_assert_cmpfloat (a->border_spacing_x, ==, 24);
  g_assert_cmpfloat (a->border_spacing_y, ==, 2);
  g_assert_cmpfloat (b->font_size, ==, 20);
  g_assert_cmpuint (b->font_weight, ==, 900);
  g_assert_cmpint (b->vertical_kind, ==, VERTICAL_SUPER);
  g_assert_cmpfloat (b->vertical_raise, ==, 0);
  g_assert_cmpfloat (b->border[SIDE_TOP].width, ==, 0);
  g_assert_cmpfloat (b->column_gap, <, 0);
  g_assert_cmpint (b->list_kind, ==, LIST_TEXT);
  g_assert_cmpstr (b->list_text, ==, "– ");
  g_assert_cmpint (b->align_self, ==, FLEX_CENTRE);
  g_assert_cmpuint (c->font_weight, ==, 100);
  g_assert_cmpfloat (c->border[SIDE_TOP].width, ==, 0);
  g_assert_cmpfloat (d->border[SIDE_LEFT].width, ==, 2.25);
  g_assert_cmpint (d->display, ==, DISPLAY_BLOCK); /* in a flex box */
}

/* Numbers of any size end as points that can be added. */
static void
test_extremes (void)
{
  static const char *const values[] = { "1e300mm",
                                        "-1e300mm",
                                        "1e300em",
                                        "-1e300em",
                                        "1e300rem",
                                        "1e300%",
                                        "-1e300%",
                                        "1e300",
                                        "-1e300",
                                        "1e-300",
                                        "99999999999999999999" };
  g_autoptr (GString) css = g_string_new (NULL);

  for (guint i = 0; i < n_properties; i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      if (!property_is_of_page (&properties[i]))
        g_string_append_printf (css, "#a { %s: %s }\n", properties[i].name, values[j]);
  g_string_append (css, "#a, #b { font-size: 1e300pt; flex: 1e300; counter-reset: a 99999999999; "
                        "letter-spacing: 1e300em; border: 1e300em solid; line-height: 1e300% }"
                        "#a { margin: 1e300em; transform: rotate(1e300turn) }");
  g_auto (Page) page;
  page_open_body (&page, css->str, "<div id='a'><div id='b'/></div>");
  const Style *b = page_style (&page, "b");
  const Style *a = page_style (&page, "a");
  g_assert_cmpfloat (a->font_size, <=, 10000);
  g_assert_cmpfloat (a->margin[SIDE_TOP].value, ==, 1e6);
  g_assert_cmpfloat (b->letter_spacing, ==, 1e6);
  g_assert_cmpfloat (b->border[SIDE_TOP].width, ==, 1e6);
  g_assert_cmpfloat (b->line_height, <=, 1e6);
  g_assert_cmpfloat (a->rotation, <=, 1e6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/values", test_values);
  g_test_add_func ("/property/table", test_table);
  g_test_add_func ("/property/all-members", test_all_members);
  g_test_add_func ("/property/wide", test_wide);
  g_test_add_func ("/property/computed", test_computed);
  g_test_add_func ("/property/extremes", test_extremes);
  return g_test_run ();
}
