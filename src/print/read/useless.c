/* SPDX-License-Identifier: MIT */
#include "print/read/useless.h"

#include "base/i18n.h"

static const struct {
  const char *name, *advice;
} elements[] = {
  { "input", N_ ("leave room to write in: an element with border-bottom and a width") },
  { "textarea", N_ ("leave room to write in: an element with border and a height") },
  { "select", N_ ("write what can be chosen as a list") },
  { "video", N_ ("put a picture there, or a code that leads to it") },
  { "audio", N_ ("put a code there that leads to it") },
  { "iframe", N_ ("put a picture there, or a code that leads to it") },
  { "object", N_ ("put a picture there") },
  { "embed", N_ ("put a picture there") },
  { "canvas", N_ ("put a picture there") },
  { "progress", N_ ("write the number") },
  { "meter", N_ ("write the number") },
};

static const struct {
  const char *name, *advice;
} attributes[] = {
  { "align", N_ ("write CSS: text-align") },
  { "bgcolor", N_ ("write CSS: background") },
  { "border", N_ ("write CSS: border") },
  { "cellpadding", N_ ("write CSS: padding of the cells") },
  { "cellspacing", N_ ("write CSS: border-spacing") },
  { "color", N_ ("write CSS: color") },
  { "face", N_ ("write CSS: font-family") },
  { "nowrap", N_ ("write CSS: white-space: nowrap") },
  { "valign", N_ ("write CSS: vertical-align") },
};

static void
report_attributes (const Element *element, const Faults *faults)
{
  for (guint i = 0; i < element->n_attributes; i++) {
    const Attribute *attribute = &element->attributes[i];
    for (guint j = 0; j < G_N_ELEMENTS (attributes); j++)
      if (attribute->name[0] == attributes[j].name[0]
          && strcmp (attribute->name, attributes[j].name) == 0)
        fault_error (faults, element, NULL, _ (attributes[j].advice),
                     _ ("“%s=%s” of <%s> is not known to print"), attribute->name, attribute->value,
                     element->name);
  }
}

void
useless_report (const Element *element, const Faults *faults)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (element_is (element, elements[i].name))
      fault_error (faults, element, NULL, _ (elements[i].advice), _ ("<%s> is nothing on paper"),
                   element->name);
  if (!element_is (element, "svg")) /* whose attributes are its properties */
    report_attributes (element, faults);
}
