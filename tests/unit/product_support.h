/* SPDX-License-Identifier: MIT */
/* Rows of the table of products by what tests know of them. */
#pragma once

#include "model/product.h"

#include <string.h>

/* The row that makes this file; NULL: the page of a document. */
static inline const Product *
product_of_file (const char *file)
{
  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if (file ? g_strcmp0 (product->file, file) == 0 : product->data == PRODUCT_DATA_DOCUMENT)
      return product;
  g_assert_not_reached ();
}

/* The set of what is made when `outputs` has these words, English ones. */
static inline guint64
products_asked (const char *const *words)
{
  guint64 set = 0;
  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if (product->word.english && g_strv_contains (words, product->word.english))
      set |= product_bit (product);
  return set;
}
#define PRODUCTS(...) products_asked ((const char *const[]){ __VA_ARGS__, NULL })
