/* SPDX-License-Identifier: MIT */
/* What is at which address: the frame and its data behind the door of the desk, the site behind the
 * others. */
#pragma once

#include "serve/desk.h"
#include "serve/http.h"

typedef struct {
  Desk *desk;
  Gate *gate;
  const char *editor;                          /* "vscode://file/{path}:{line}", or NULL */
  void (*set_now) (Moment now, gpointer data); /* from any thread */
  gpointer data;
} Answers;

/* An HttpAnswer; `data` is an Answers. */
void answers_give (const HttpRequest *request, HttpReply *reply, gpointer data);
