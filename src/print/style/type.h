/* SPDX-License-Identifier: MIT */
/* The types of properties. What words stand for depends on the type. */
#pragma once

#include "print/style/property.h"

/* Words alone: numbers of the enumeration that is set. */
extern const PropertyType keyword_type;
/* Words: kinds of a Length. */
extern const PropertyType length_type;
/* A length that ends as a number of points. Words: hundredths of a point. */
extern const PropertyType points_type;
extern const PropertyType colour_type;
extern const PropertyType text_colour_type;
/* A colour whose initial value is that of the text. */
extern const PropertyType edge_colour_type;
extern const PropertyType number_type;
/* A whole number from 1 up to `may_be`. Words: numbers. */
extern const PropertyType count_type;
extern const PropertyType families_type;
/* Words: hundredths of a point, or one of these. */
enum { FONT_SMALLER = -1, FONT_LARGER = -2 };
extern const PropertyType font_size_type;
/* Words: weights, or one of these. */
enum { WEIGHT_BOLDER = -1, WEIGHT_LIGHTER = -2 };
extern const PropertyType weight_type;
extern const PropertyType line_height_type;
extern const PropertyType vertical_align_type;
/* Several words, each a bit of a mask. */
extern const PropertyType decoration_type;
/* A word or a text. */
extern const PropertyType list_kind_type;
/* One length, or one across and one down. */
extern const PropertyType spacing_type;
/* Where something stands in what is left of a box: two Lengths. */
extern const PropertyType position_type;
/* Lists, see content.h. */
extern const PropertyType content_type;
extern const PropertyType counters_type;
extern const PropertyType string_set_type;
extern const PropertyType page_name_type;
extern const PropertyType class_list_type;
extern const PropertyType page_size_type;
extern const PropertyType rotation_type;
