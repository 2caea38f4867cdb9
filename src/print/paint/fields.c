/* SPDX-License-Identifier: MIT */
/* A field looks like nothing until it is signed, but PDF/A wants an appearance of every annotation
 * that has an area (ISO 19005-2, 6.3.3): an empty one. */
#include "print/paint/fields.h"

#include "print/paint/notation.h"

typedef struct {
  StructureNode *node;
  Sheet *sheet;
  double left, bottom, right, top; /* on the sheet */
} Field;

struct Fields {
  GArray *fields; /* Field */
};

Fields *
fields_new (void)
{
  Fields *fields = g_new (Fields, 1);
  fields->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  return fields;
}

void
fields_free (Fields *fields)
{
  if (fields == NULL)
    return;
  g_array_unref (fields->fields);
  g_free (fields);
}

void
fields_add (Fields *fields, StructureNode *node, const Placed *item, Sheet *sheet,
            const ContentStream *content)
{
  Field field = { .node = node, .sheet = sheet };

  field.left = content->left + item->x;
  field.top = content->top - item->y;
  field.right = field.left + item->width;
  field.bottom = field.top - item->height;
  sheet_point (sheet, &field.left, &field.top);
  sheet_point (sheet, &field.right, &field.bottom);
  g_array_append_val (fields->fields, field);
}

/* --- writing --- */

static void
append_rectangle (GString *out, const char *key, double left, double bottom, double right,
                  double top)
{
  const double sides[] = { left, bottom, right, top };

  g_string_append (out, key);
  for (guint i = 0; i < 4; i++) {
    g_string_append (out, i == 0 ? "[" : " ");
    notation_number (out, sides[i]);
  }
  g_string_append_c (out, ']');
}

static guint
write_appearance (const Field *field, Objects *objects)
{
  g_autoptr (GString) entries = g_string_new ("/Type/XObject/Subtype/Form");

  append_rectangle (entries, "/BBox", 0, 0, field->right - field->left, field->top - field->bottom);
  guint object = objects_reserve (objects);
  objects_stream (objects, object, entries->str, "", 0);
  return object;
}

static guint
write_field (const Field *field, guint number, StructureTree *tree, Objects *objects)
{
  const char *label = element_attribute (field->node->element, "aria-label");
  guint appearance = write_appearance (field, objects);
  guint object = objects_reserve (objects);
  guint parent = structure_tree_annotate (tree, field->node, field->sheet->number, object);
  GString *out = objects_begin (objects, object);

  /* F: it is printed. */
  g_string_append_printf (out, "<</Type/Annot/Subtype/Widget/FT/Sig/F 4/T(ChuKy%u)", number);
  if (label) {
    append_text (out, "/TU");
    notation_text (out, label, -1);
  }
  append_rectangle (out, "/Rect", field->left, field->bottom, field->right, field->top);
  append_text (out, "/P ");
  notation_reference (out, field->sheet->object);
  append_text (out, "/StructParent ");
  notation_integer (out, parent);
  append_text (out, "/AP<</N ");
  notation_reference (out, appearance);
  append_text (out, ">>>>");
  objects_end (objects);
  if (field->sheet->annotations->len > 0)
    g_string_append_c (field->sheet->annotations, ' ');
  notation_reference (field->sheet->annotations, object);
  return object;
}

guint
fields_write (Fields *fields, StructureTree *tree, Objects *objects)
{
  g_autoptr (GString) form = g_string_new ("<</Fields[");

  if (fields->fields->len == 0)
    return 0;
  for (guint i = 0; i < fields->fields->len; i++) {
    const Field *field = &g_array_index (fields->fields, Field, i);
    g_string_append (form, i == 0 ? "" : " ");
    notation_reference (form, write_field (field, i + 1, tree, objects));
  }
  append_text (form, "]>>");
  guint object = objects_reserve (objects);
  objects_write (objects, object, form->str, form->len);
  return object;
}
