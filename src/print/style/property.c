/* SPDX-License-Identifier: MIT */
/* The words of properties, and the properties. One whose place in a Style stands before `display`
 * is inherited. */
#include "print/style/property.h"

#include "base/i18n.h"
#include "print/style/computing.h"
#include "print/style/content_list.h"
#include "print/style/type.h"

#define MOST_LINES   1000
#define MOST_COLUMNS 100

/* --- words of properties --- */

#define WORDS(name) static const Keyword name[]

WORDS (auto_length) = { { "auto", LENGTH_AUTO }, { NULL, 0 } };
WORDS (no_length) = { { "none", LENGTH_NONE }, { NULL, 0 } };
WORDS (normal_points) = { { "normal", 0 }, { NULL, 0 } };
WORDS (auto_points) = { { "auto", 0 }, { NULL, 0 } };
WORDS (normal_gap) = { { "normal", -100 }, { NULL, 0 } };
WORDS (auto_bleed) = { { "auto", -100 }, { NULL, 0 } };
WORDS (auto_count) = { { "auto", 0 }, { NULL, 0 } };
WORDS (auto_name) = { { "auto", 0 }, { NULL, 0 } };
WORDS (no_name) = { { "none", 0 }, { NULL, 0 } };
WORDS (font_sizes) = { { "medium", 1200 },
                       { "small", 975 },
                       { "large", 1350 },
                       { "x-small", 750 },
                       { "xx-small", 675 },
                       { "x-large", 1800 },
                       { "xx-large", 2400 },
                       { "xxx-large", 3600 },
                       { "smaller", FONT_SMALLER },
                       { "larger", FONT_LARGER },
                       { NULL, 0 } };
WORDS (weights) = { { "normal", 400 },
                    { "bold", 700 },
                    { "bolder", WEIGHT_BOLDER },
                    { "lighter", WEIGHT_LIGHTER },
                    { NULL, 0 } };
WORDS (slants) = { { "normal", FALSE }, { "italic", TRUE }, { "oblique", TRUE }, { NULL, 0 } };
WORDS (normal_line) = { { "normal", LINE_NORMAL }, { NULL, 0 } };
WORDS (aligns) = { { "left", TEXT_LEFT },
                   { "right", TEXT_RIGHT },
                   { "center", TEXT_CENTRE },
                   { "justify", TEXT_JUSTIFY },
                   { "start", TEXT_LEFT },
                   { "end", TEXT_RIGHT },
                   { NULL, 0 } };
WORDS (transforms) = { { "none", TRANSFORM_NONE },
                       { "uppercase", TRANSFORM_UPPER },
                       { "lowercase", TRANSFORM_LOWER },
                       { "capitalize", TRANSFORM_CAPITALISE },
                       { NULL, 0 } };
WORDS (spaces) = { { "normal", SPACE_NORMAL },     { "nowrap", SPACE_NOWRAP },
                   { "pre", SPACE_PRE },           { "pre-wrap", SPACE_PRE_WRAP },
                   { "pre-line", SPACE_PRE_LINE }, { NULL, 0 } };
WORDS (wraps) = { { "normal", FALSE }, { "anywhere", TRUE }, { "break-word", TRUE }, { NULL, 0 } };
WORDS (list_places) = { { "outside", FALSE }, { "inside", TRUE }, { NULL, 0 } };
WORDS (collapses) = { { "separate", FALSE }, { "collapse", TRUE }, { NULL, 0 } };
WORDS (caption_sides) = { { "top", FALSE }, { "bottom", TRUE }, { NULL, 0 } };
WORDS (visibilities) = { { "visible", FALSE }, { "hidden", TRUE }, { NULL, 0 } };
WORDS (displays) = {
  { "none", DISPLAY_NONE },
  { "block", DISPLAY_BLOCK },
  { "inline", DISPLAY_INLINE },
  { "inline-block", DISPLAY_INLINE_BLOCK },
  { "list-item", DISPLAY_LIST_ITEM },
  { "flex", DISPLAY_FLEX },
  { "table", DISPLAY_TABLE },
  { "table-row-group", DISPLAY_TABLE_ROW_GROUP },
  { "table-header-group", DISPLAY_TABLE_HEADER_GROUP },
  { "table-footer-group", DISPLAY_TABLE_FOOTER_GROUP },
  { "table-row", DISPLAY_TABLE_ROW },
  { "table-cell", DISPLAY_TABLE_CELL },
  { "table-caption", DISPLAY_TABLE_CAPTION },
  { "table-column", DISPLAY_TABLE_COLUMN },
  { "table-column-group", DISPLAY_TABLE_COLUMN_GROUP },
  { NULL, 0 },
};
WORDS (positions) = { { "static", POSITION_STATIC },
                      { "relative", POSITION_RELATIVE },
                      { "absolute", POSITION_ABSOLUTE },
                      { "fixed", POSITION_FIXED },
                      { NULL, 0 } };
WORDS (floats) = { { "none", FALSE }, { "footnote", TRUE }, { NULL, 0 } };
WORDS (border_styles) = { { "none", BORDER_NONE },
                          { "hidden", BORDER_NONE },
                          { "solid", BORDER_SOLID },
                          { "dashed", BORDER_DASHED },
                          { "dotted", BORDER_DOTTED },
                          { "double", BORDER_DOUBLE },
                          { NULL, 0 } };
WORDS (border_widths) = { { "thin", 75 }, { "medium", 225 }, { "thick", 375 }, { NULL, 0 } };
WORDS (overflows) = { { "visible", FALSE }, { "hidden", TRUE }, { "clip", TRUE }, { NULL, 0 } };
WORDS (object_fits) = {
  { "fill", OBJECT_FILL }, { "contain", OBJECT_CONTAIN },       { "cover", OBJECT_COVER },
  { "none", OBJECT_NONE }, { "scale-down", OBJECT_SCALE_DOWN }, { NULL, 0 }
};
WORDS (sizings) = { { "content-box", FALSE }, { "border-box", TRUE }, { NULL, 0 } };
WORDS (decorations) = { { "none", DECORATION_NONE },
                        { "underline", DECORATION_UNDERLINE },
                        { "line-through", DECORATION_STRIKE },
                        { "overline", DECORATION_OVERLINE },
                        { NULL, 0 } };
WORDS (verticals) = { { "baseline", VERTICAL_BASELINE },
                      { "top", VERTICAL_TOP },
                      { "middle", VERTICAL_MIDDLE },
                      { "bottom", VERTICAL_BOTTOM },
                      { "sub", VERTICAL_SUB },
                      { "super", VERTICAL_SUPER },
                      { NULL, 0 } };
WORDS (breaks) = { { "auto", BREAK_AUTO },
                   { "avoid", BREAK_AVOID },
                   { "page", BREAK_PAGE },
                   { "left", BREAK_LEFT },
                   { "right", BREAK_RIGHT },
                   { "column", BREAK_COLUMN },
                   { "always", BREAK_PAGE },
                   { "avoid-page", BREAK_AVOID },
                   { "recto", BREAK_RIGHT },
                   { "verso", BREAK_LEFT },
                   { NULL, 0 } };
WORDS (inner_breaks) = { { "auto", FALSE },
                         { "avoid", TRUE },
                         { "avoid-page", TRUE },
                         { "avoid-column", TRUE },
                         { NULL, 0 } };
WORDS (column_fills) = { { "balance", FALSE }, { "auto", TRUE }, { NULL, 0 } };
WORDS (flex_directions) = { { "row", FALSE }, { "column", TRUE }, { NULL, 0 } };
WORDS (flex_wraps) = { { "nowrap", FALSE }, { "wrap", TRUE }, { NULL, 0 } };
WORDS (justifications) = { { "flex-start", FLEX_START },    { "flex-end", FLEX_END },
                           { "center", FLEX_CENTRE },       { "space-between", FLEX_BETWEEN },
                           { "space-around", FLEX_AROUND }, { "space-evenly", FLEX_EVENLY },
                           { "start", FLEX_START },         { "end", FLEX_END },
                           { "normal", FLEX_START },        { "left", FLEX_START },
                           { "right", FLEX_END },           { NULL, 0 } };
WORDS (item_aligns) = {
  { "stretch", FLEX_STRETCH }, { "flex-start", FLEX_START },  { "flex-end", FLEX_END },
  { "center", FLEX_CENTRE },   { "baseline", FLEX_BASELINE }, { "start", FLEX_START },
  { "end", FLEX_END },         { "normal", FLEX_STRETCH },    { NULL, 0 }
};
WORDS (self_aligns) = { { "auto", FLEX_AUTO },        { "stretch", FLEX_STRETCH },
                        { "flex-start", FLEX_START }, { "flex-end", FLEX_END },
                        { "center", FLEX_CENTRE },    { "baseline", FLEX_BASELINE },
                        { "start", FLEX_START },      { "end", FLEX_END },
                        { "normal", FLEX_STRETCH },   { NULL, 0 } };
WORDS (table_layouts) = { { "auto", FALSE }, { "fixed", TRUE }, { NULL, 0 } };
WORDS (no_content) = { { "none", 0 }, { "normal", 0 }, { NULL, 0 } };
WORDS (page_marks) = { { "none", FALSE }, { "crop", TRUE }, { NULL, 0 } };

/* --- properties --- */

#define IN_STYLE(member)  offsetof (Style, member)
#define IN_PAGE(member)   offsetof (Computed, member)
#define SIGNED_OR_PERCENT (MAY_BE_NEGATIVE | MAY_BE_PERCENT)

const Property properties[] = {
  { "font-size", &font_size_type, IN_STYLE (font_size), font_sizes, MAY_BE_PERCENT },
  { "color", &text_colour_type, IN_STYLE (colour), NULL, 0 },

  { "font-family", &families_type, IN_STYLE (families), NULL, 0 },
  { "font-weight", &weight_type, IN_STYLE (font_weight), weights, 0 },
  { "font-style", &keyword_type, IN_STYLE (is_italic), slants, 0 },
  { "line-height", &line_height_type, IN_STYLE (line_height_kind), normal_line, 0 },
  { "text-align", &keyword_type, IN_STYLE (text_align), aligns, 0 },
  { "text-indent", &length_type, IN_STYLE (text_indent), NULL, SIGNED_OR_PERCENT },
  { "text-transform", &keyword_type, IN_STYLE (text_transform), transforms, 0 },
  { "letter-spacing", &points_type, IN_STYLE (letter_spacing), normal_points, MAY_BE_NEGATIVE },
  { "white-space", &keyword_type, IN_STYLE (white_space), spaces, 0 },
  { "overflow-wrap", &keyword_type, IN_STYLE (breaks_anywhere), wraps, 0 },
  { "list-style-type", &list_kind_type, IN_STYLE (list_kind), list_kinds, 0 },
  { "list-style-position", &keyword_type, IN_STYLE (list_inside), list_places, 0 },
  { "orphans", &count_type, IN_STYLE (orphans), NULL, MOST_LINES },
  { "widows", &count_type, IN_STYLE (widows), NULL, MOST_LINES },
  { "border-collapse", &keyword_type, IN_STYLE (collapses_borders), collapses, 0 },
  { "border-spacing", &spacing_type, IN_STYLE (border_spacing_x), NULL, 0 },
  { "caption-side", &keyword_type, IN_STYLE (caption_below), caption_sides, 0 },
  { "visibility", &keyword_type, IN_STYLE (is_hidden), visibilities, 0 },

  { "display", &keyword_type, IN_STYLE (display), displays, 0 },
  { "position", &keyword_type, IN_STYLE (position), positions, 0 },
  { "float", &keyword_type, IN_STYLE (is_footnote), floats, 0 },
  { "top", &length_type, IN_STYLE (inset[SIDE_TOP]), auto_length, SIGNED_OR_PERCENT },
  { "right", &length_type, IN_STYLE (inset[SIDE_RIGHT]), auto_length, SIGNED_OR_PERCENT },
  { "bottom", &length_type, IN_STYLE (inset[SIDE_BOTTOM]), auto_length, SIGNED_OR_PERCENT },
  { "left", &length_type, IN_STYLE (inset[SIDE_LEFT]), auto_length, SIGNED_OR_PERCENT },
  { "margin-top", &length_type, IN_STYLE (margin[SIDE_TOP]), auto_length, SIGNED_OR_PERCENT },
  { "margin-right", &length_type, IN_STYLE (margin[SIDE_RIGHT]), auto_length, SIGNED_OR_PERCENT },
  { "margin-bottom", &length_type, IN_STYLE (margin[SIDE_BOTTOM]), auto_length, SIGNED_OR_PERCENT },
  { "margin-left", &length_type, IN_STYLE (margin[SIDE_LEFT]), auto_length, SIGNED_OR_PERCENT },
  { "padding-top", &length_type, IN_STYLE (padding[SIDE_TOP]), NULL, MAY_BE_PERCENT },
  { "padding-right", &length_type, IN_STYLE (padding[SIDE_RIGHT]), NULL, MAY_BE_PERCENT },
  { "padding-bottom", &length_type, IN_STYLE (padding[SIDE_BOTTOM]), NULL, MAY_BE_PERCENT },
  { "padding-left", &length_type, IN_STYLE (padding[SIDE_LEFT]), NULL, MAY_BE_PERCENT },
  { "border-top-width", &points_type, IN_STYLE (border[SIDE_TOP].width), border_widths, 0 },
  { "border-right-width", &points_type, IN_STYLE (border[SIDE_RIGHT].width), border_widths, 0 },
  { "border-bottom-width", &points_type, IN_STYLE (border[SIDE_BOTTOM].width), border_widths, 0 },
  { "border-left-width", &points_type, IN_STYLE (border[SIDE_LEFT].width), border_widths, 0 },
  { "border-top-style", &keyword_type, IN_STYLE (border[SIDE_TOP].style), border_styles, 0 },
  { "border-right-style", &keyword_type, IN_STYLE (border[SIDE_RIGHT].style), border_styles, 0 },
  { "border-bottom-style", &keyword_type, IN_STYLE (border[SIDE_BOTTOM].style), border_styles, 0 },
  { "border-left-style", &keyword_type, IN_STYLE (border[SIDE_LEFT].style), border_styles, 0 },
  { "border-top-color", &edge_colour_type, IN_STYLE (border[SIDE_TOP].colour), NULL, 0 },
  { "border-right-color", &edge_colour_type, IN_STYLE (border[SIDE_RIGHT].colour), NULL, 0 },
  { "border-bottom-color", &edge_colour_type, IN_STYLE (border[SIDE_BOTTOM].colour), NULL, 0 },
  { "border-left-color", &edge_colour_type, IN_STYLE (border[SIDE_LEFT].colour), NULL, 0 },
  { "border-top-left-radius", &length_type, IN_STYLE (radius[0]), NULL, MAY_BE_PERCENT },
  { "border-top-right-radius", &length_type, IN_STYLE (radius[1]), NULL, MAY_BE_PERCENT },
  { "border-bottom-right-radius", &length_type, IN_STYLE (radius[2]), NULL, MAY_BE_PERCENT },
  { "border-bottom-left-radius", &length_type, IN_STYLE (radius[3]), NULL, MAY_BE_PERCENT },
  { "width", &length_type, IN_STYLE (width), auto_length, MAY_BE_PERCENT },
  { "height", &length_type, IN_STYLE (height), auto_length, MAY_BE_PERCENT },
  { "min-width", &length_type, IN_STYLE (min_width), auto_length, MAY_BE_PERCENT },
  { "min-height", &length_type, IN_STYLE (min_height), auto_length, MAY_BE_PERCENT },
  { "max-width", &length_type, IN_STYLE (max_width), no_length, MAY_BE_PERCENT },
  { "max-height", &length_type, IN_STYLE (max_height), no_length, MAY_BE_PERCENT },
  { "box-sizing", &keyword_type, IN_STYLE (is_border_box), sizings, 0 },
  { "background-color", &colour_type, IN_STYLE (background), NULL, 0 },
  { "text-decoration-line", &decoration_type, IN_STYLE (decoration), decorations, 0 },
  { "vertical-align", &vertical_align_type, IN_STYLE (vertical_kind), verticals,
    SIGNED_OR_PERCENT },
  { "break-before", &keyword_type, IN_STYLE (break_before), breaks, 0 },
  { "break-after", &keyword_type, IN_STYLE (break_after), breaks, 0 },
  { "break-inside", &keyword_type, IN_STYLE (avoids_break_inside), inner_breaks, 0 },
  { "page", &page_name_type, IN_STYLE (page), auto_name, 0 },
  { "--fit", &class_list_type, IN_STYLE (fit), no_name, 0 },
  { "overflow", &keyword_type, IN_STYLE (clips), overflows, 0 },
  { "object-fit", &keyword_type, IN_STYLE (object_fit), object_fits, 0 },
  { "object-position", &position_type, IN_STYLE (object_position), NULL, SIGNED_OR_PERCENT },
  { "transform", &rotation_type, IN_STYLE (rotation), NULL, 0 },
  { "flex-direction", &keyword_type, IN_STYLE (is_flex_column), flex_directions, 0 },
  { "flex-wrap", &keyword_type, IN_STYLE (flex_wraps), flex_wraps, 0 },
  { "justify-content", &keyword_type, IN_STYLE (justify_content), justifications, 0 },
  { "align-items", &keyword_type, IN_STYLE (align_items), item_aligns, 0 },
  { "align-self", &keyword_type, IN_STYLE (align_self), self_aligns, 0 },
  { "flex-grow", &number_type, IN_STYLE (flex_grow), NULL, 0 },
  { "flex-shrink", &number_type, IN_STYLE (flex_shrink), NULL, 0 },
  { "flex-basis", &length_type, IN_STYLE (flex_basis), auto_length, MAY_BE_PERCENT },
  { "row-gap", &points_type, IN_STYLE (row_gap), normal_points, 0 },
  { "column-gap", &points_type, IN_STYLE (column_gap), normal_gap, 0 },
  { "table-layout", &keyword_type, IN_STYLE (is_fixed_table), table_layouts, 0 },
  { "column-count", &count_type, IN_STYLE (column_count), auto_count, MOST_COLUMNS },
  { "column-width", &points_type, IN_STYLE (column_width), auto_points, 0 },
  { "column-fill", &keyword_type, IN_STYLE (fills_columns), column_fills, 0 },
  { "column-rule-width", &points_type, IN_STYLE (column_rule.width), border_widths, 0 },
  { "column-rule-style", &keyword_type, IN_STYLE (column_rule.style), border_styles, 0 },
  { "column-rule-color", &edge_colour_type, IN_STYLE (column_rule.colour), NULL, 0 },
  { "content", &content_type, IN_STYLE (content), no_content, 0 },
  { "counter-reset", &counters_type, IN_STYLE (counter_resets), NULL, 0 },
  { "counter-increment", &counters_type, IN_STYLE (counter_increments), NULL, 1 },
  { "string-set", &string_set_type, IN_STYLE (string_sets), NULL, 0 },

  { "size", &page_size_type, IN_PAGE (page_width), NULL, 0 },
  { "marks", &keyword_type, IN_PAGE (has_crop_marks), page_marks, 0 },
  { "bleed", &points_type, IN_PAGE (bleed), auto_bleed, 0 },
};
const guint n_properties = G_N_ELEMENTS (properties);

/* Text is set from left to right and from top to bottom, and that is all there is. */
static const char *const aliases[][2] = {
  { "word-wrap", "overflow-wrap" },           { "page-break-before", "break-before" },
  { "page-break-after", "break-after" },      { "page-break-inside", "break-inside" },
  { "margin-block-start", "margin-top" },     { "margin-block-end", "margin-bottom" },
  { "margin-inline-start", "margin-left" },   { "margin-inline-end", "margin-right" },
  { "padding-block-start", "padding-top" },   { "padding-block-end", "padding-bottom" },
  { "padding-inline-start", "padding-left" }, { "padding-inline-end", "padding-right" },
};

static gpointer
index_properties (G_GNUC_UNUSED gpointer data)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_properties; i++)
    g_hash_table_insert (index, (gpointer) properties[i].name, (gpointer) &properties[i]);
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    g_hash_table_insert (index, (gpointer) aliases[i][0],
                         g_hash_table_lookup (index, aliases[i][1]));
  return index;
}

const Property *
property_find (const char *name)
{
  static GOnce once = G_ONCE_INIT;
  return g_hash_table_lookup (g_once (&once, index_properties, NULL), name);
}

void
property_add_names (GPtrArray *names)
{
  for (guint i = 0; i < n_properties; i++)
    g_ptr_array_add (names, (gpointer) properties[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    g_ptr_array_add (names, (gpointer) aliases[i][0]);
}

gboolean
property_is_of_page (const Property *property)
{
  return property->offset >= sizeof (Style);
}

guint
property_number (const Property *property)
{
  return property - properties;
}

gboolean
property_read (const Property *property, Cursor cursor, Arena *arena, CssValue *value)
{
  if (css_value_read_wide (&cursor, value))
    return TRUE;
  return property->type->read (&cursor, property, arena, value) && cursor_at_end (&cursor);
}

char *
property_form (const Property *property)
{
  GString *form = g_string_new (property->type->form ? _ (property->type->form) : NULL);

  for (const Keyword *keyword = property->keywords; keyword && keyword->name; keyword++) {
    if (form->len > 0)
      g_string_append (form, ", ");
    g_string_append (form, keyword->name);
  }
  return g_string_free (form, FALSE);
}
