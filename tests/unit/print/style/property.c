/* SPDX-License-Identifier: MIT */
#include "print/style/computing.h"

#include "../../support.h"

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
    g_assert_cmpuint (property->offset + property->type->size, <=, sizeof (Computed));
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
    MEMBER (fit),
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/table", test_table);
  g_test_add_func ("/property/all-members", test_all_members);
  return g_test_run ();
}
