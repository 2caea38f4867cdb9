/* SPDX-License-Identifier: MIT */
#include "print/style/ignored.h"

#include "base/i18n.h"

#include <string.h>

static const Ignored table[] = {
  /* asking for what we do */
  { "print-color-adjust", "exact", NULL },
  { "-webkit-print-color-adjust", "exact", NULL },
  { "color-adjust", "exact", NULL },
  { "text-rendering", "*", NULL },
  { "shape-rendering", "*", NULL },
  { "font-synthesis", "*", NULL },
  { "font-kerning", "auto|normal", NULL },
  { "box-decoration-break", "slice", NULL },
  { "empty-cells", "show", NULL },

  /* of screens alone */
  { "accent-color", NULL, NULL },
  { "animation*", NULL, NULL },
  { "appearance", NULL, NULL },
  { "backface-visibility", NULL, NULL },
  { "caret-color", NULL, NULL },
  { "color-scheme", NULL, NULL },
  { "contain", NULL, NULL },
  { "cursor", NULL, NULL },
  { "overflow-*", "visible", N_ ("write overflow: hidden, which is for both directions") },
  { "overscroll*", NULL, NULL },
  { "pointer-events", NULL, NULL },
  { "resize", NULL, NULL },
  { "scroll*", NULL, NULL },
  { "text-size-adjust", NULL, NULL },
  { "touch-action", NULL, NULL },
  { "transition*", NULL, NULL },
  { "user-select", NULL, NULL },
  { "will-change", NULL, NULL },
  { "-webkit-*", NULL, NULL },
  { "-moz-*", NULL, NULL },
  { "-ms-*", NULL, NULL },
  { "-o-*", NULL, NULL },

  /* what a sheet would look wrong without */
  { "--*", NULL, N_ ("write the value itself where it is used") },
  { "align-content", "normal|stretch|flex-start|start", N_ ("align the items, with align-items") },
  { "aspect-ratio", "auto", N_ ("give width and height") },
  { "background-*", "none", N_ ("put pictures into <img>") },
  { "border-image*", "none", N_ ("use plain borders") },
  { "box-shadow", "none", N_ ("put a box of another colour behind it, or use a border") },
  { "clear", "none",
    N_ ("nothing floats here: use display: flex, a table, or position: absolute") },
  { "clip*", "none|auto", N_ ("cut the picture itself") },
  { "column-span", "none", N_ ("put the heading before the element with columns") },
  { "direction", "ltr", N_ ("text runs from left to right") },
  { "fill*", NULL, N_ ("write it as an attribute in the drawing: fill=\"#000\"") },
  { "filter", "none", N_ ("change the picture itself") },
  { "float", "none",
    N_ ("nothing floats here: use display: flex, a table, or position: absolute") },
  { "font-feature-settings", "normal", N_ ("use the letters of the font as they are") },
  { "font-stretch", "normal|100%", N_ ("name the narrow family of the font") },
  { "font-variant*", "normal", N_ ("use the letters of the font as they are") },
  { "grid*", NULL, N_ ("use display: flex or a table") },
  { "hyphens", "none|manual", N_ ("put soft hyphens (U+00AD) where words may break") },
  { "image-rendering", "auto|smooth|high-quality|optimizequality",
    N_ ("change the picture itself") },
  { "justify-items", "normal|stretch", N_ ("use display: flex with justify-content") },
  { "line-break", "auto|normal", NULL },
  { "list-style-image", "none", N_ ("use list-style-type with a text: \"– \"") },
  { "mask*", "none", N_ ("change the picture itself") },
  { "mix-blend-mode", "normal", N_ ("change the picture itself") },
  { "opacity", "1|100%", N_ ("write the lighter colour itself") },
  { "order", "0", N_ ("write the items in their order") },
  { "outline*", "none|0", N_ ("use border") },
  { "place-*", NULL, N_ ("use align-items and justify-content") },
  { "quotes", "auto|none", N_ ("write the quotation marks into the text: “ ”") },
  { "rotate", "none", N_ ("write transform: rotate(…)") },
  { "scale", "none", N_ ("give width and height") },
  { "stroke*", NULL, N_ ("write it as an attribute in the drawing: stroke=\"#000\"") },
  { "tab-size", NULL, N_ ("use a table") },
  { "text-align-last", "auto", N_ ("give the last line an element of its own") },
  { "text-decoration-*", "auto|solid|currentcolor|from-font",
    N_ ("use border-bottom for lines with a look of their own") },
  { "text-emphasis*", "none", N_ ("use font-weight or color") },
  { "text-orientation", "mixed", N_ ("use transform: rotate(…)") },
  { "text-overflow", "clip", N_ ("shorten the text") },
  { "text-shadow", "none", N_ ("use color or font-weight") },
  { "text-wrap", "wrap|auto|pretty|stable", N_ ("put <br/> where lines should break") },
  { "text-underline-*", "auto", N_ ("use border-bottom for lines with a look of their own") },
  { "transform-*", "center|50% 50%|center center", N_ ("things turn around their middle") },
  { "translate", "none", N_ ("use position: relative with left and top") },
  { "unicode-bidi", "normal", N_ ("text runs from left to right") },
  { "word-break", "normal", N_ ("write overflow-wrap: anywhere") },
  { "word-spacing", "normal|0", N_ ("use letter-spacing, or nothing") },
  { "writing-mode", "horizontal-tb", N_ ("use transform: rotate(…)") },
  { "z-index", "auto|0", N_ ("what stands later in the page is painted above") },
  { "zoom", "1|normal|100%", N_ ("give font-size, width and height") },
};

static gboolean
is_named (const char *pattern, const char *name)
{
  gsize length = strlen (pattern) - 1;

  if (pattern[length] == '*')
    return strncmp (pattern, name, length) == 0;
  return strcmp (pattern, name) == 0;
}

const Ignored *
ignored_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (is_named (table[i].name, name))
      return &table[i];
  return NULL;
}

gboolean
ignored_is_fine (const Ignored *ignored, const char *value)
{
  gsize length = strlen (value);

  for (const char *p = ignored->fine; p; p = strchr (p, '|') ? strchr (p, '|') + 1 : NULL)
    if (*p == '*' || (strcspn (p, "|") == length && strncmp (p, value, length) == 0))
      return TRUE;
  return FALSE;
}
